package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import cn.liangxian.reconciliation.difference.DifferenceClock;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The differences that are open: of the days as they stand, without those that another day cancels out. */
@Path("/differences")
public class DifferenceResource {

    private static final int MOST = 1000;

    private final BalanceReaders readers;
    private final BusinessDay businessDay;
    private final DifferenceClock clock;
    private final Jdbi jdbi;

    DifferenceResource(BalanceReaders readers, BusinessDay businessDay, DifferenceClock clock, Jdbi jdbi) {
        this.readers = readers;
        this.businessDay = businessDay;
        this.clock = clock;
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
            long age) {}

    /** Oldest first. {@code page} counts from 0. */
    @GET
    public List<Open> open(
            @QueryParam("kind") DifferenceKind kind,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        readers.mustBeOne();
        LocalDate today = businessDay.today();
        int rows = Math.max(1, Math.min(limit, MOST));
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select day, insurance, kind, channel, voucher, collected, treasury, fen, owner
                        from current_difference where open and (cast(:kind as text) is null or kind = :kind)
                        order by day, insurance, channel, voucher limit :rows offset :skip""")
                .bind("kind", kind == null ? null : kind.name())
                .bind("rows", rows)
                .bind("skip", (long) Math.max(0, page) * rows)
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
}
