package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Compares both sides of a day voucher by voucher, in one statement however many there are. */
@ApplicationScoped
class Differences {

    /**
     * A voucher whose rows cancel out (booked, reversed, booked again) is none. The order of the cases matters: a voucher
     * that one side lacks may stand under the other insurance.
     */
    private static final String OF_DAY =
            """
            with tax as (
                select channel, voucher, sum(fen) as fen, count(*) as entries
                from collected where day = :day and insurance = :insurance group by channel, voucher),
            treasury as (
                select r.channel, r.voucher, sum(r.fen) as fen, count(*) as entries
                from treasury_row r join current_treasury_day d using (day, insurance, version)
                where day = :day and insurance = :insurance group by r.channel, r.voucher)
            select channel, voucher, coalesce(c.fen, 0) as collected, coalesce(t.fen, 0) as treasury,
                   case when t.fen is null and exists (
                            select 1 from treasury_row o join current_treasury_day d using (day, insurance, version)
                            where o.insurance <> :insurance and o.day = :day
                                and (o.channel, o.voucher) = (c.channel, c.voucher))
                            then 'WRONG_ACCOUNT'
                        when t.fen is null then 'MISSING_IN_TREASURY'
                        when c.fen is null and exists (
                            select 1 from collected o
                            where o.insurance <> :insurance and o.day = :day
                                and (o.channel, o.voucher) = (t.channel, t.voucher))
                            then 'WRONG_ACCOUNT'
                        when c.fen is null then 'UNKNOWN_TO_TAX'
                        when t.entries > c.entries then 'DOUBLED_IN_TREASURY'
                        else 'AMOUNT_DIFFERS' end as kind
            from tax c full join treasury t using (channel, voucher)
            where coalesce(c.fen, 0) <> coalesce(t.fen, 0)
            order by channel, voucher""";

    private final Jdbi jdbi;

    Differences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Difference> of(LocalDate day, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(OF_DAY)
                .bind("day", day)
                .bind("insurance", insurance)
                .map((row, context) -> {
                    DifferenceKind kind = DifferenceKind.valueOf(row.getString("kind"));
                    return difference(
                            kind,
                            row.getString("channel"),
                            row.getString("voucher"),
                            row.getLong("collected"),
                            row.getLong("treasury"),
                            DifferenceOwner.of(kind));
                })
                .list());
    }

    /** Those that the given version of a balance named. */
    List<Difference> named(LocalDate day, Insurance insurance, int version) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select kind, channel, voucher, collected, treasury, owner from difference
                        where day = :day and insurance = :insurance and version = :version order by channel, voucher""")
                .bind("day", day)
                .bind("insurance", insurance)
                .bind("version", version)
                .map((row, context) -> difference(
                        DifferenceKind.valueOf(row.getString("kind")),
                        row.getString("channel"),
                        row.getString("voucher"),
                        row.getLong("collected"),
                        row.getLong("treasury"),
                        Department.valueOf(row.getString("owner"))))
                .list());
    }

    private static Difference difference(
            DifferenceKind kind, String channel, String voucher, long collected, long treasury, Department owner) {
        return new Difference(kind, channel, voucher, Fen.of(collected), Fen.of(treasury), owner);
    }
}
