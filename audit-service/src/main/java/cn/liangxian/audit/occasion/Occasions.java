package cn.liangxian.audit.occasion;

import cn.liangxian.audit.OccasionHandoff.DrillHeld;
import cn.liangxian.audit.OccasionHandoff.NoticePosted;
import cn.liangxian.audit.OccasionHandoff.TrainingHeld;
import cn.liangxian.audit.publication.Evidence;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Takes down what was held or put up; the register counts it against the notice. All in an open transaction. */
@ApplicationScoped
@Clause({"bachu-2022/第二十四条", "bachu-2022/第二十二条(2)"})
class Occasions {

    /** What kind of instruction. */
    enum Kind {
        TRAINING,
        DRILL
    }

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;

    Occasions(Jdbi jdbi, Outbox outbox, BusinessDay day) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
    }

    /** How many of one township took part. */
    record Attendance(String township, int specialists, int helpers) {}

    /** One entry for each township that took part. */
    List<String> train(
            Kind kind, List<Attendance> attendances, List<Department> departments, LocalDate heldOn, String by) {
        mustBeOver(heldOn);
        boolean joint = departments.contains(Department.TAX)
                && (departments.contains(Department.MEDICAL_INSURANCE)
                        || departments.contains(Department.SOCIAL_INSURANCE));
        if (!joint) {
            throw new Problem(OccasionProblem.NOT_JOINT, Text.departments(departments));
        }
        List<Handoff> held = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Attendance one : attendances) {
            if (one.specialists() + one.helpers() == 0) {
                throw new Problem(OccasionProblem.NOBODY_TRAINED, Text.value(one.township()));
            }
            String id = Uuid7.next().toString();
            jdbi.useHandle(h -> h.createUpdate("insert into instruction values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, id)
                    .bind(1, kind.name())
                    .bind(2, one.township())
                    .bindArray(
                            3,
                            String.class,
                            departments.stream().map(Enum::name).toArray())
                    .bind(4, one.specialists())
                    .bind(5, one.helpers())
                    .bind(6, heldOn)
                    .bind(7, by)
                    .execute());
            ids.add(id);
            held.add(
                    kind == Kind.TRAINING
                            ? new TrainingHeld(
                                    id,
                                    one.township(),
                                    heldOn.getYear(),
                                    departments,
                                    one.specialists(),
                                    one.helpers(),
                                    heldOn)
                            : new DrillHeld(
                                    id,
                                    one.township(),
                                    heldOn.getYear(),
                                    departments,
                                    one.specialists(),
                                    one.helpers(),
                                    heldOn));
        }
        outbox.handOver(held);
        return ids;
    }

    NoticePosted post(
            Department department, String area, String hall, LocalDate postedOn, Evidence evidence, String by) {
        mustBeOver(postedOn);
        NoticePosted posted =
                new NoticePosted(Uuid7.next().toString(), department, area, hall, evidence.digest(), postedOn);
        jdbi.useHandle(h -> h.createUpdate("insert into hall_notice values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, posted.noticeId())
                .bind(1, department.name())
                .bind(2, area)
                .bind(3, hall)
                .bind(4, postedOn)
                .bind(5, evidence.digest())
                .bind(6, evidence.mediaType())
                .bind(7, evidence.content())
                .bind(8, by)
                .execute());
        outbox.handOver(posted);
        return posted;
    }

    private void mustBeOver(LocalDate on) {
        if (on.isAfter(day.today())) {
            throw new Problem(OccasionProblem.IN_FUTURE, Text.value(on));
        }
    }
}
