package cn.liangxian.audit.progress;

import cn.liangxian.audit.OversightHandoff.Attainment;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * How far the townships have come, against what the policy compares their rate of payment with (参保缴费率不降低), or the
 * target that it sets. Who should pay and the rate to compare with come from the last report of tax; who has paid from the
 * payments themselves, of which those for earlier fee years 补缴 do not count.
 */
@ApplicationScoped
@Clause("yicheng-2024/二")
public class Figures {

    private static final String BY_TOWNSHIP =
            """
            select distinct on (p ->> 'township', p ->> 'insurance')
                p ->> 'township' as township, p ->> 'insurance' as insurance, (p ->> 'people')::int as people,
                (p ->> 'targetRate')::int as target,
                (select count(*) from claims_paid(:date) c where c.fee_year = :year
                    and c.township = p ->> 'township' and c.insurance = p ->> 'insurance') as paid
            from (select seq, payload_json(payload) as p from event where topic = 'collection-progress-reported-v1') e
            where (p ->> 'asOf')::date <= :date
            order by p ->> 'township', p ->> 'insurance', p ->> 'asOf' desc, seq desc""";

    private final Jdbi jdbi;

    private final Policy policy;

    Figures(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** @param assumed whether no text gives the target, or the day of measuring */
    private record Reached(
            String township, Insurance insurance, int people, int paid, Integer target, boolean assumed) {

        /** Compares the rates as fractions: rounding decides nothing. */
        private int compareRate(Reached other) {
            return Long.compare((long) paid * other.people, (long) other.paid * people);
        }

        /** Null without a target. */
        private Boolean met() {
            return target == null ? null : Boolean.valueOf(paid * 10_000L >= (long) target * people);
        }

        private Reached plus(Reached other) {
            return new Reached("", insurance, people + other.people, paid + other.paid, null, false);
        }
    }

    /** As it stood when the date opened, by insurance and rank; empty until tax reported. */
    public List<Attainment> before(LocalDate date) {
        Map<Insurance, List<Reached>> all = new EnumMap<>(Insurance.class);
        jdbi.useHandle(h -> h.createQuery(BY_TOWNSHIP)
                .bind("date", date)
                .bind("year", policy.feeYear())
                .map((row, context) -> reached(row))
                .forEach(r -> all.computeIfAbsent(r.insurance(), i -> new ArrayList<>())
                        .add(r)));
        return all.values().stream().flatMap(some -> ranked(some).stream()).toList();
    }

    /** What the county set for the township; else the rate that tax compares it with. */
    private Reached reached(ResultSet row) throws SQLException {
        String township = row.getString("township");
        Insurance insurance = Insurance.valueOf(row.getString("insurance"));
        return new Reached(
                township,
                insurance,
                row.getInt("people"),
                row.getInt("paid"),
                policy.targets().of(insurance, township).orElse(row.getObject("target", Integer.class)),
                policy.targets().assumed(insurance, township));
    }

    private List<Attainment> ranked(List<Reached> townships) {
        Reached county = townships.stream().reduce(Reached::plus).orElseThrow();
        List<Reached> sorted = new ArrayList<>(townships);
        sorted.sort((a, b) -> b.compareRate(a));
        List<Attainment> ranked = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Reached reached = sorted.get(i);
            if (i == 0 || reached.compareRate(sorted.get(i - 1)) != 0) {
                rank = i + 1;
            }
            ranked.add(attainment(reached, rank, lags(reached, county)));
        }
        return ranked;
    }

    private boolean lags(Reached reached, Reached county) {
        return switch (policy.targets().laggards()) {
            case BELOW_COUNTY -> reached.compareRate(county) < 0;
            case BELOW_TARGET -> Boolean.FALSE.equals(reached.met());
        };
    }

    private static Attainment attainment(Reached reached, int rank, boolean laggard) {
        int rate = reached.people() == 0 ? 0 : (int) (reached.paid() * 10_000L / reached.people());
        return new Attainment(
                reached.township(),
                reached.insurance(),
                reached.people(),
                reached.paid(),
                rate,
                reached.target(),
                reached.met(),
                rank,
                laggard,
                reached.target() != null && reached.assumed());
    }
}
