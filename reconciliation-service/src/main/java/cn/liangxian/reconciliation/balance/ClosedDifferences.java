package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Differences that a balance named and that are open no more, each as it was named last. */
@ApplicationScoped
public class ClosedDifferences {

    /** Why {@code n}, as it was named last, is open no more; {@code c} is it in current_difference. Null while it is open. */
    static final String HOW =
            "case when c.version is null then 'RESTATED' when not c.open then 'CANCELLED_OUT' end as how";

    private static final String CLOSED =
            """
            with named as (
                select distinct on (day, insurance, channel, voucher) * from difference
                where (day, insurance, channel, voucher) > (:day, :insurance, :channel, :voucher)
                order by day, insurance, channel, voucher, version desc)
            select n.*, %s,
                   case when c.version is null
                        then (select min(b.balanced_on) from balance b
                              where b.day = n.day and b.insurance = n.insurance and b.version > n.version)
                        else (select max(b.balanced_on) from difference o join current_balance b using (day, insurance, version)
                              where o.insurance = n.insurance and o.channel = n.channel and o.voucher = n.voucher) end
                        as closed_on
            from named n left join current_difference c using (day, insurance, version, channel, voucher)
            where not coalesce(c.open, false) and (cast(:kind as text) is null or n.kind = :kind)
            order by n.day, n.insurance, n.channel, n.voucher limit :rows"""
                    .formatted(HOW);

    private final Jdbi jdbi;

    ClosedDifferences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Why nobody has to act any more. */
    public enum How {
        /** A later version of the day does not name it. */
        RESTATED,
        /** What other days say of the voucher makes up for it. */
        CANCELLED_OUT
    }

    /** A voucher of a day; {@code difference} treasury less collected, {@code owner} who had to act. */
    public record Closed(
            LocalDate date,
            Insurance insurance,
            DifferenceKind kind,
            String channel,
            String voucher,
            Fen collected,
            Fen treasury,
            Fen difference,
            Department owner,
            How how,
            LocalDate closedOn) {

        /** After which the next page begins. */
        String cursor() {
            return new DifferenceResource.Key(date, insurance.name(), channel, voucher).written();
        }
    }

    /** Oldest first, at most so many rows after the key; of all kinds where {@code kind} is null. */
    List<Closed> after(DifferenceResource.Key last, DifferenceKind kind, int rows) {
        return jdbi.withHandle(h -> h.createQuery(CLOSED)
                .bind("kind", kind == null ? null : kind.name())
                .bind("rows", rows)
                .bind("day", last.day())
                .bind("insurance", last.insurance())
                .bind("channel", last.channel())
                .bind("voucher", last.voucher())
                .map((row, context) -> read(row))
                .list());
    }

    private static Closed read(ResultSet row) throws SQLException {
        return new Closed(
                row.getObject("day", LocalDate.class),
                Insurance.valueOf(row.getString("insurance")),
                DifferenceKind.valueOf(row.getString("kind")),
                row.getString("channel"),
                row.getString("voucher"),
                Fen.of(row.getLong("collected")),
                Fen.of(row.getLong("treasury")),
                Fen.of(row.getLong("fen")),
                Department.valueOf(row.getString("owner")),
                How.valueOf(row.getString("how")),
                row.getObject("closed_on", LocalDate.class));
    }
}
