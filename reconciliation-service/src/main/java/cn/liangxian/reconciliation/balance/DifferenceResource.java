package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import cn.liangxian.reconciliation.difference.DifferenceClock;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The differences that are open: of the days as they stand, without those that another day cancels out; those that are closed;
 * and what both sides say of one.
 */
@Path("/differences")
public class DifferenceResource {

    private static final int MOST = 1000;

    private final BalanceReaders readers;
    private final BusinessDay businessDay;
    private final DifferenceClock clock;
    private final ClosedDifferences closed;
    private final DifferenceEvidence evidence;
    private final Jdbi jdbi;

    DifferenceResource(
            BalanceReaders readers,
            BusinessDay businessDay,
            DifferenceClock clock,
            ClosedDifferences closed,
            DifferenceEvidence evidence,
            Jdbi jdbi) {
        this.readers = readers;
        this.businessDay = businessDay;
        this.clock = clock;
        this.closed = closed;
        this.evidence = evidence;
        this.jdbi = jdbi;
    }

    /**
     * One voucher of one day.
     *
     * @param difference treasury less collected
     * @param owner who has to act, at the latest on {@code until}, null where the policy sets no period; {@code untilAssumed}
     *     where no text gives it
     * @param age days from the day of the money to the open business date
     */
    public record Open(
            LocalDate date,
            Insurance insurance,
            DifferenceKind kind,
            String channel,
            String voucher,
            Fen collected,
            Fen treasury,
            Fen difference,
            Department owner,
            LocalDate until,
            boolean untilAssumed,
            long age) {

        /** After which the next page begins. */
        String cursor() {
            return new Key(date, insurance.name(), channel, voucher).written();
        }
    }

    /** Where a page ended. */
    record Key(LocalDate day, String insurance, String channel, String voucher) {

        private static final int PARTS = 4;

        String written() {
            return day + "/" + insurance + "/" + channel + "/" + voucher;
        }

        static Key read(String cursor) {
            if (cursor.isEmpty()) {
                return new Key(LocalDate.EPOCH, "", "", "");
            }
            // a voucher may hold a slash, what stands before it does not
            String[] parts = cursor.split("/", PARTS);
            try {
                return new Key(LocalDate.parse(parts[0]), parts[1], parts[2], parts[3]);
            } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new Problem(AnyRequestProblem.MALFORMED, null)
                        .at(null, "after", new Text("须为“日期/险种/渠道/凭证号”", "is date/insurance/channel/voucher"));
            }
        }
    }

    /** Oldest first; {@code after} is the last of the page before, {@code date/insurance/channel/voucher}. */
    @GET
    public List<Open> open(
            @QueryParam("kind") DifferenceKind kind,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        readers.mustBeOne();
        LocalDate today = businessDay.today();
        Key last = Key.read(after);
        int rows = Math.max(1, Math.min(limit, MOST));
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select day, insurance, kind, channel, voucher, collected, treasury, fen, owner
                        from current_difference where open and (cast(:kind as text) is null or kind = :kind)
                            and (day, insurance, channel, voucher) > (:day, :insurance, :channel, :voucher)
                        order by day, insurance, channel, voucher limit :rows""")
                .bind("kind", kind == null ? null : kind.name())
                .bind("rows", rows)
                .bind("day", last.day())
                .bind("insurance", last.insurance())
                .bind("channel", last.channel())
                .bind("voucher", last.voucher())
                .map((row, context) -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    Until until = clock.of(day);
                    return new Open(
                            day,
                            Insurance.valueOf(row.getString("insurance")),
                            DifferenceKind.valueOf(row.getString("kind")),
                            row.getString("channel"),
                            row.getString("voucher"),
                            Fen.of(row.getLong("collected")),
                            Fen.of(row.getLong("treasury")),
                            Fen.of(row.getLong("fen")),
                            Department.valueOf(row.getString("owner")),
                            until.day(),
                            until.assumed(),
                            ChronoUnit.DAYS.between(day, today));
                })
                .list());
    }

    /** Oldest first, as {@link #open}; each as it was named last. */
    @GET
    @Path("/closed")
    public List<ClosedDifferences.Closed> closed(
            @QueryParam("kind") DifferenceKind kind,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        readers.mustBeOne();
        return closed.after(Key.read(after), kind, Math.max(1, Math.min(limit, MOST)));
    }

    /** Of a voucher of a channel: every entry of both sides, and what each version of its days said. */
    @GET
    @Path("/evidence")
    public DifferenceEvidence.Evidence evidence(
            @QueryParam("channel") @DefaultValue("") String channel,
            @QueryParam("voucher") @DefaultValue("") String voucher) {
        readers.mustBeOne();
        DifferenceEvidence.Evidence found = evidence.of(channel, voucher);
        if (found.said().isEmpty()) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
        return found;
    }
}
