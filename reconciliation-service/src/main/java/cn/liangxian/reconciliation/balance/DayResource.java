package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** How a business date balances, with all versions of it. */
@Path("/days")
public class DayResource {

    private static final String TREASURY_DAY = "reconciliation-treasury-day-received";
    private static final String BALANCE = "reconciliation-day-balanced";
    private final BalanceReaders readers;
    private final DayPositions positions;
    private final Differences differences;
    private final Jdbi jdbi;
    private final Policy policy;

    DayResource(BalanceReaders readers, DayPositions positions, Differences differences, Jdbi jdbi, Policy policy) {
        this.readers = readers;
        this.positions = positions;
        this.differences = differences;
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /**
     * One insurance of the date.
     *
     * @param waitsFor null when balanced, as {@code until}: by when the policy wants it, null also where it sets no period;
     *     {@code untilAssumed} where no text gives the day
     * @param since the treasury's report from which on it waits for something else; the date itself before that
     * @param collected what tax collected as far as known now, less refunds
     * @param versions oldest first; the last one stands
     */
    public record OfInsurance(
            LocalDate date,
            Insurance insurance,
            DayState state,
            Department waitsFor,
            LocalDate since,
            LocalDate until,
            boolean untilAssumed,
            Fen collected,
            List<Version> versions) {}

    /** A balance of the day as it stood; a later version restates it and none is ever changed. Sums in fen. */
    public record Version(
            int version,
            String account,
            int treasuryVersion,
            Fen collected,
            Fen treasury,
            LocalDate balancedOn,
            List<Difference> differences) {}

    @GET
    @Path("/{date}")
    public List<OfInsurance> day(@PathParam("date") String date) {
        readers.mustBeOne();
        return positions.of(parse(date)).values().stream().map(this::view).toList();
    }

    private OfInsurance view(DayPosition position) {
        Until until = until(position);
        return new OfInsurance(
                position.date(),
                position.insurance(),
                position.state(),
                position.state().waitsFor(),
                since(position),
                until.day(),
                until.assumed(),
                Fen.of(position.collected()),
                versions(position));
    }

    private Until until(DayPosition position) {
        return switch (position.state()) {
            case BALANCED -> Until.NONE;
            case WAITING_FOR_OTHER_INSURANCE -> {
                Schedule wait = policy.schedule(Balancing.WAIT);
                yield new Until(wait.dueAfter(position.date()), wait.assumed());
            }
            case WAITING_FOR_TREASURY ->
                policy.deadline(TREASURY_DAY)
                        .map(deadline -> new Until(
                                deadline.rule().due(policy.anchors().on(position.date())), deadline.dueAssumed()))
                        .orElse(Until.NONE);
            case WAITING_FOR_COLLECTION, WAITING_FOR_RESTATEMENT -> Until.of(policy, BALANCE, since(position));
        };
    }

    private static LocalDate since(DayPosition position) {
        return position.treasury() == null
                ? position.date()
                : position.treasury().receivedOn();
    }

    private List<Version> versions(DayPosition position) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select version, account, treasury_version, collected, treasury, balanced_on from balance
                        where day = ? and insurance = ? order by version""")
                .bind(0, position.date())
                .bind(1, position.insurance())
                .map((row, context) -> new Version(
                        row.getInt("version"),
                        row.getString("account"),
                        row.getInt("treasury_version"),
                        Fen.of(row.getLong("collected")),
                        Fen.of(row.getLong("treasury")),
                        row.getObject("balanced_on", LocalDate.class),
                        differences.named(position.date(), position.insurance(), row.getInt("version"))))
                .list());
    }

    private static LocalDate parse(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new Problem(
                    AnyRequestProblem.MALFORMED, new Text("日期须为 yyyy-MM-dd", "a date is written as 2023-09-01"));
        }
    }
}
