package cn.liangxian.reconciliation.month;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeCause;
import cn.liangxian.reconciliation.difference.DifferenceClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What the months still differ by: between statement and tax, and between the agency's income and the statement, in their
 * latest versions. It ages until the month is restated, or reported anew, without it.
 */
@ApplicationScoped
@Clause({"bachu-2022/第三十七条(3)", "bachu-2022/第三十七条(5)"})
public class MonthDifferences {

    /** What an agency paid back is explained for good; for everything else somebody has to act. */
    private static final String OPEN =
            """
            with stated as (
                select distinct on (month, insurance) * from treasury_statement order by month, insurance, version desc),
            reported as (
                select distinct on (month, insurance) * from agency_report order by month, insurance, version desc)
            select * from (
                select month, insurance, version, 'IN_DAYS' as kind, in_days as fen from stated where in_days <> 0
                union all select month, insurance, version, 'BEYOND_DAYS', beyond_days from stated where beyond_days <> 0
                union all select month, insurance, version, r ->> 'cause', (r ->> 'amount')::bigint
                    from reported, jsonb_array_elements(reasons) r
                    where r ->> 'cause' <> 'REFUNDED' and (r ->> 'amount')::bigint <> 0) d
            where month || '/' || insurance || '/' || kind > :after
            order by month || '/' || insurance || '/' || kind limit :limit""";

    private final BusinessDay businessDay;
    private final DifferenceClock clock;
    private final Jdbi jdbi;

    MonthDifferences(BusinessDay businessDay, DifferenceClock clock, Jdbi jdbi) {
        this.businessDay = businessDay;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /**
     * One cause in one month.
     *
     * @param version of the statement, or of the agency's report that names the cause
     * @param kind a kind of month difference, or a cause that the agency names
     * @param owner who has to act, at the latest on {@code until}, null where the policy sets no period; {@code untilAssumed}
     *     where no text gives it
     * @param age days from the end of the month to the open business date
     */
    public record Open(
            String month,
            Insurance insurance,
            int version,
            String kind,
            Fen amount,
            Department owner,
            LocalDate until,
            boolean untilAssumed,
            long age) {}

    /** At most {@code limit}, oldest month first, after {@code month/insurance/kind}. */
    public List<Open> open(String after, int limit) {
        LocalDate today = businessDay.today();
        return jdbi.withHandle(h -> h.createQuery(OPEN)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> {
                    String month = row.getString("month");
                    String kind = row.getString("kind");
                    Insurance insurance = Insurance.valueOf(row.getString("insurance"));
                    Until until = clock.of(YearMonth.parse(month));
                    return new Open(
                            month,
                            insurance,
                            row.getInt("version"),
                            kind,
                            Fen.of(row.getLong("fen")),
                            owner(kind, insurance),
                            until.day(),
                            until.assumed(),
                            ChronoUnit.DAYS.between(YearMonth.parse(month).atEndOfMonth(), today));
                })
                .list());
    }

    /** Of what is on its way whoever sends it; of what has come and is not in the books of the month the agency. */
    private static Department owner(String kind, Insurance insurance) {
        return switch (kind) {
            case "IN_DAYS" -> Department.TAX;
            case "BEYOND_DAYS" -> Department.TREASURY;
            default ->
                switch (IncomeCause.valueOf(kind)) {
                    case IN_TRANSIT -> Department.TREASURY;
                    case DETAILS_NOT_PASSED -> Department.TAX;
                    case NOT_BOOKED, REFUNDED, OTHER_MONTH ->
                        insurance == Insurance.MEDICAL ? Department.MEDICAL_INSURANCE : Department.SOCIAL_INSURANCE;
                };
        };
    }
}
