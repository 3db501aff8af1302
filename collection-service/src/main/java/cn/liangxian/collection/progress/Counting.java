package cn.liangxian.collection.progress;

import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.CollectionHandoff.ProgressReported.VillageProgress;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Targets;
import cn.liangxian.policy.Targets.Base;
import cn.liangxian.policy.Targets.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Counts how far each village has come, and with its villages each township, against what the policy sets or compares with:
 * the share of people who had paid in the last fee year (参保缴费率不降低), their own or the county's. Where that is not known
 * there is no target.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(四)-c", "yicheng-2024/二"})
class Counting {

    private static final int HUNDREDTHS_OF_A_PERCENT = 10_000;

    private final Jdbi jdbi;
    private final Policy policy;

    Counting(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** How many people were to pay for the last fee year, and had; as tax said. */
    record Before(int people, int paid) {

        /** In hundredths of a percent; null where nobody was to pay. */
        Integer rate() {
            return people == 0 ? null : (int) ((long) paid * HUNDREDTHS_OF_A_PERCENT / people);
        }

        Before plus(Before other) {
            return new Before(people + other.people, paid + other.paid);
        }
    }

    /**
     * How far a township has come, and where it and its villages were.
     *
     * @param before null where it is not known of each of its villages; {@code villagesBefore} has those of which it is
     */
    record Standing(ProgressReported report, Before before, Map<String, Before> villagesBefore) {

        /** The same of each of its villages, as places of their own. */
        List<Standing> byVillage() {
            return report.villages().stream()
                    .map(v -> new Standing(
                            new ProgressReported(
                                    v.village(),
                                    report.asOf(),
                                    report.insurance(),
                                    v.people(),
                                    v.peoplePaid(),
                                    v.due(),
                                    v.paid(),
                                    v.targetRate(),
                                    List.of()),
                            villagesBefore.get(v.village()),
                            Map.of()))
                    .toList();
        }
    }

    private record Village(String township, Insurance insurance, VillageProgress progress, Before before) {

        Integer ownRate() {
            return before == null ? null : before.rate();
        }

        VillageProgress aimingAt(Integer target) {
            VillageProgress p = progress;
            return new VillageProgress(p.village(), p.people(), p.peoplePaid(), p.due(), p.paid(), target);
        }
    }

    /** A report per township and insurance of the area, in their order. */
    List<ProgressReported> count(String area, LocalDate asOf) {
        return standings(area, asOf).stream().map(Standing::report).toList();
    }

    /** The same, beside the last fee year. */
    List<Standing> standings(String area, LocalDate asOf) {
        Map<Insurance, Integer> county = policy.targets().whose() == Whose.COUNTY ? ofCounty() : Map.of();
        Map<String, List<Village>> townships = new TreeMap<>();
        for (Village village : villages(area)) {
            townships
                    .computeIfAbsent(village.township() + village.insurance(), key -> new ArrayList<>())
                    .add(village);
        }
        return townships.values().stream()
                .map(villages -> township(villages, asOf, county))
                .toList();
    }

    /** The county's rate of the last fee year, of the villages that it was told of. */
    private Map<Insurance, Integer> ofCounty() {
        Map<Insurance, Integer> rates = new EnumMap<>(Insurance.class);
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select insurance, sum(people) as people, sum(people_paid) as paid from last_year
                        where fee_year = ? group by insurance""")
                .bind(0, policy.feeYear())
                .map((row, context) -> rates.put(
                        Insurance.valueOf(row.getString("insurance")),
                        new Before(row.getInt("people"), row.getInt("paid")).rate()))
                .list());
        return rates;
    }

    /**
     * What a township or village is to reach: what the policy sets for the township, else what it compares with.
     *
     * @param own its own rate of the last fee year; null where it is not known
     */
    private Integer target(Insurance insurance, String township, Integer own, Map<Insurance, Integer> county) {
        Targets targets = policy.targets();
        return targets.of(insurance, township).orElseGet(() -> {
            if (targets.base() == Base.NONE) {
                return null;
            }
            return targets.whose() == Whose.COUNTY ? county.get(insurance) : own;
        });
    }

    private List<Village> villages(String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select c.*, l.people as people_before, l.people_paid as paid_before
                        from (select township, village, insurance, fee_year, sum(people) as people,
                                sum(people_paid) as people_paid, sum(due) as due, sum(paid) as paid
                            from village_standing where fee_year = :year and starts_with(village, :area)
                            group by township, village, insurance, fee_year) c
                        left join last_year l using (fee_year, village, insurance)
                        order by c.township, c.insurance, c.village""")
                .bind("year", policy.feeYear())
                .bind("area", area)
                .map(Counting::read)
                .list());
    }

    private Standing township(List<Village> villages, LocalDate asOf, Map<Insurance, Integer> county) {
        String code = villages.get(0).township();
        Insurance insurance = villages.get(0).insurance();
        int people = 0;
        int paidPeople = 0;
        Fen due = Fen.ZERO;
        Fen paid = Fen.ZERO;
        Map<String, Before> before = new TreeMap<>();
        for (Village village : villages) {
            VillageProgress progress = village.progress();
            people += progress.people();
            paidPeople += progress.peoplePaid();
            due = due.plus(progress.due());
            paid = paid.plus(progress.paid());
            if (village.before() != null) {
                before.put(progress.village(), village.before());
            }
        }
        Before own = before.size() == villages.size()
                ? before.values().stream().reduce(new Before(0, 0), Before::plus)
                : null;
        ProgressReported report = new ProgressReported(
                code,
                asOf,
                insurance,
                people,
                paidPeople,
                due,
                paid,
                target(insurance, code, own == null ? null : own.rate(), county),
                villages.stream()
                        .map(village -> village.aimingAt(target(insurance, code, village.ownRate(), county)))
                        .toList());
        return new Standing(report, own, before);
    }

    private static Village read(ResultSet row, StatementContext context) throws SQLException {
        Integer people = row.getObject("people_before", Integer.class);
        Integer paid = row.getObject("paid_before", Integer.class);
        return new Village(
                row.getString("township"),
                Insurance.valueOf(row.getString("insurance")),
                new VillageProgress(
                        row.getString("village"),
                        row.getInt("people"),
                        row.getInt("people_paid"),
                        Fen.of(row.getLong("due")),
                        Fen.of(row.getLong("paid")),
                        null),
                people == null ? null : new Before(people, paid));
    }
}
