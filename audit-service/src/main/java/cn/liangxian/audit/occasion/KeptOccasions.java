package cn.liangxian.audit.occasion;

import cn.liangxian.audit.OccasionHandoff.DrillHeld;
import cn.liangxian.audit.OccasionHandoff.TrainingHeld;
import cn.liangxian.audit.occasion.Occasions.Kind;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Trainings, drills and notices as they were taken down, and how many of a year a township has had of those it is owed. */
@ApplicationScoped
@Clause({"bachu-2022/第二十四条", "bachu-2022/第二十二条(2)"})
class KeptOccasions {

    private final Jdbi jdbi;
    private final Policy policy;

    KeptOccasions(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** A training or drill of a township; {@code departments} held it. */
    record Instruction(
            String instructionId,
            Kind kind,
            String township,
            List<Department> departments,
            int specialists,
            int helpers,
            LocalDate heldOn) {}

    /** A notice in a hall of the department; {@code digest} of the picture that shows it. */
    record Notice(
            String noticeId, Department department, String area, String hall, LocalDate postedOn, String digest) {}

    /** Of the area, at most {@code limit} before the id, the one taken down last first; empty for all. */
    List<Instruction> instructions(String area, String before, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select instruction_id, kind, township, departments, specialists, helpers, held_on from instruction
                        where starts_with(township, :area) and (:before = '' or instruction_id < :before)
                        order by instruction_id desc limit :limit""")
                .bind("area", area)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new Instruction(
                        row.getString("instruction_id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("township"),
                        Arrays.stream((String[]) row.getArray("departments").getArray())
                                .map(Department::valueOf)
                                .toList(),
                        row.getInt("specialists"),
                        row.getInt("helpers"),
                        row.getObject("held_on", LocalDate.class)))
                .list());
    }

    /** As {@link #instructions}; a notice hangs for everybody. */
    List<Notice> notices(String before, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select notice_id, department, area, hall, posted_on, digest from hall_notice
                        where :before = '' or notice_id < :before order by notice_id desc limit :limit""")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new Notice(
                        row.getString("notice_id"),
                        Department.valueOf(row.getString("department")),
                        row.getString("area"),
                        row.getString("hall"),
                        row.getObject("posted_on", LocalDate.class),
                        row.getString("digest")))
                .list());
    }

    /** How many of the kind each township has had in the calendar year of the day, by township. */
    Map<String, Integer> inTheYearOf(LocalDate day, Kind kind) {
        return jdbi.withHandle(h -> h
                .createQuery(
                        """
                        select township, count(*) as n from instruction
                        where kind = ? and held_on between ? and ? group by township""")
                .bind(0, kind.name())
                .bind(1, day.withDayOfYear(1))
                .bind(2, day)
                .map((row, context) -> Map.entry(row.getString("township"), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many of the kind a township is owed a year; 0 where the policy asks for none. */
    int wanted(Kind kind) {
        return policy.deadline(deadline(kind)).map(Deadline::times).orElse(0);
    }

    /** A kind that a township is owed in a year. */
    record Owed(Kind kind, String township) {}

    /** Until when the townships are owed those of the year of the day, as the register says; without what it does not name. */
    Map<Owed, Until> owed(List<String> townships, LocalDate day) {
        Map<String, Owed> obligations = new HashMap<>();
        for (Kind kind : Kind.values()) {
            townships.forEach(township ->
                    obligations.put(deadline(kind) + ":" + township + ":" + day.getYear(), new Owed(kind, township)));
        }
        Map<Owed, Until> owed = new HashMap<>();
        jdbi.useHandle(
                h -> h.createQuery("select obligation_id, due, assumed from obligation where obligation_id = any(:ids)")
                        .bindArray("ids", String.class, obligations.keySet())
                        .map((row, context) -> owed.put(
                                obligations.get(row.getString("obligation_id")),
                                new Until(row.getObject("due", LocalDate.class), row.getBoolean("assumed"))))
                        .list());
        return owed;
    }

    private static String deadline(Kind kind) {
        return Handoff.termsOf(kind == Kind.TRAINING ? TrainingHeld.class : DrillHeld.class)
                .topic()
                .replaceFirst("-v[0-9]+$", "");
    }
}
