package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import cn.liangxian.reconciliation.balance.ClosedDifferences.How;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What a difference rests on: the entries of tax and of the treasury for its voucher, and the balances that compared them. */
@ApplicationScoped
public class DifferenceEvidence {

    /** Entries of one voucher are few; more than these nobody reads one by one. */
    private static final int MOST = 200;

    private static final String COLLECTED =
            """
            select day, insurance, kind, id, township, fen from collected
            where insurance in ('PENSION', 'MEDICAL') and channel = :channel and voucher = :voucher
            order by day, insurance, kind, id limit :most""";

    /** Rows of reports are kept by day: those of the days that name the voucher. */
    private static final String BOOKED =
            """
            select r.day, r.insurance, r.version, r.number, r.fen, t.account, t.received_on,
                   not exists (select 1 from treasury_day l
                       where l.day = t.day and l.insurance = t.insurance and l.version > t.version) as stands
            from treasury_row r join treasury_day t using (day, insurance, version)
            where r.channel = :channel and r.voucher = :voucher and r.day in (
                select day from difference
                where insurance in ('PENSION', 'MEDICAL') and channel = :channel and voucher = :voucher)
            order by r.day, r.insurance, r.version, r.number limit :most""";

    private static final String SAID =
            """
            select b.day, b.insurance, b.version, b.treasury_version, b.balanced_on, d.kind, d.owner,
                   coalesce(d.collected, 0) as collected, coalesce(d.treasury, 0) as treasury
            from balance b left join difference d on (d.day, d.insurance, d.version) = (b.day, b.insurance, b.version)
                and d.channel = :channel and d.voucher = :voucher
            where (b.day, b.insurance) in (
                select day, insurance from difference
                where insurance in ('PENSION', 'MEDICAL') and channel = :channel and voucher = :voucher)
            order by b.day, b.insurance, b.version limit :most""";

    private static final String STANDS =
            """
            select n.kind, n.owner, coalesce(c.open, false) as open, %s
            from (select * from difference
                where day = :day and insurance = :insurance and channel = :channel and voucher = :voucher
                order by version desc limit 1) n
            left join current_difference c using (day, insurance, version, channel, voucher)"""
                    .formatted(ClosedDifferences.HOW);

    private final Jdbi jdbi;

    DifferenceEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An entry of tax; {@code kind} PAID, SURPLUS or REFUND, which is negative; {@code id} that of the payment or refund. */
    public record Collected(LocalDate date, Insurance insurance, String kind, String id, String township, Fen amount) {}

    /** A row of a report of the treasury; {@code stands} unless a later version took the report's place. */
    public record Booked(
            LocalDate date,
            Insurance insurance,
            int version,
            int row,
            String account,
            LocalDate receivedOn,
            boolean stands,
            Fen amount) {}

    /** What a version of a balance said; {@code kind} and {@code owner} null where it found no difference. */
    public record Said(
            LocalDate date,
            Insurance insurance,
            int version,
            int treasuryVersion,
            LocalDate balancedOn,
            DifferenceKind kind,
            Department owner,
            Fen collected,
            Fen treasury) {}

    /** Where one stands, with its {@code kind} and {@code owner} as it was named last; {@code how} null while {@code open}. */
    public record Stands(DifferenceKind kind, Department owner, boolean open, How how) {}

    /** All that was said about a voucher of a channel; each from the first day and version on. */
    public record Evidence(
            String channel, String voucher, List<Collected> collected, List<Booked> booked, List<Said> said) {}

    Evidence of(String channel, String voucher) {
        return jdbi.withHandle(h -> new Evidence(
                channel,
                voucher,
                bound(h.createQuery(COLLECTED), channel, voucher)
                        .map((row, context) -> new Collected(
                                row.getObject("day", LocalDate.class),
                                Insurance.valueOf(row.getString("insurance")),
                                row.getString("kind"),
                                row.getString("id"),
                                row.getString("township"),
                                Fen.of(row.getLong("fen"))))
                        .list(),
                bound(h.createQuery(BOOKED), channel, voucher)
                        .map((row, context) -> new Booked(
                                row.getObject("day", LocalDate.class),
                                Insurance.valueOf(row.getString("insurance")),
                                row.getInt("version"),
                                row.getInt("number"),
                                row.getString("account"),
                                row.getObject("received_on", LocalDate.class),
                                row.getBoolean("stands"),
                                Fen.of(row.getLong("fen"))))
                        .list(),
                bound(h.createQuery(SAID), channel, voucher)
                        .map((row, context) -> new Said(
                                row.getObject("day", LocalDate.class),
                                Insurance.valueOf(row.getString("insurance")),
                                row.getInt("version"),
                                row.getInt("treasury_version"),
                                row.getObject("balanced_on", LocalDate.class),
                                row.getString("kind") == null ? null : DifferenceKind.valueOf(row.getString("kind")),
                                row.getString("owner") == null ? null : Department.valueOf(row.getString("owner")),
                                Fen.of(row.getLong("collected")),
                                Fen.of(row.getLong("treasury"))))
                        .list()));
    }

    /** Empty where no balance ever named it. */
    Optional<Stands> stands(DifferenceResource.Key of) {
        return jdbi.withHandle(h -> h.createQuery(STANDS)
                .bind("day", of.day())
                .bind("insurance", of.insurance())
                .bind("channel", of.channel())
                .bind("voucher", of.voucher())
                .map((row, context) -> new Stands(
                        DifferenceKind.valueOf(row.getString("kind")),
                        Department.valueOf(row.getString("owner")),
                        row.getBoolean("open"),
                        row.getString("how") == null ? null : How.valueOf(row.getString("how"))))
                .findOne());
    }

    private static Query bound(Query query, String channel, String voucher) {
        return query.bind("channel", channel).bind("voucher", voucher).bind("most", MOST);
    }
}
