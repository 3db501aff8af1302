package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Days whose balance was stated more than once, with all their versions. */
@ApplicationScoped
class Restatements {

    private final Jdbi jdbi;

    Restatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Day(LocalDate day, Insurance insurance) {}

    /** What a version says; sums in fen. */
    public record Version(
            int version, LocalDate balancedOn, int treasuryVersion, long collected, long treasury, int differences) {}

    /** A voucher that differs in some version: by how many fen the treasury has more; 0 where it does not differ. */
    public record Voucher(String channel, String voucher, List<Long> byVersion) {}

    /** The latest first; {@code before} null to begin with the last one. */
    List<Day> days(LocalDate before, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select day, insurance from balance where version = 2 and (:before::date is null or day < :before)
                        order by day desc, insurance limit :limit""")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new Day(row.getObject(1, LocalDate.class), Insurance.valueOf(row.getString(2))))
                .list());
    }

    List<Version> versions(Day of) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select *, (select count(*) from difference d where (d.day, d.insurance, d.version)
                            = (b.day, b.insurance, b.version)) as differences
                        from balance b where day = ? and insurance = ? order by version""")
                .bind(0, of.day())
                .bind(1, of.insurance())
                .map((row, context) -> new Version(
                        row.getInt("version"),
                        row.getObject("balanced_on", LocalDate.class),
                        row.getInt("treasury_version"),
                        row.getLong("collected"),
                        row.getLong("treasury"),
                        row.getInt("differences")))
                .list());
    }

    List<Voucher> vouchers(Day of, int versions, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select channel, voucher, array(select coalesce((select fen from difference d
                                where (d.day, d.insurance, d.version, d.channel, d.voucher)
                                    = (:day, :insurance, v, named.channel, named.voucher)), 0)
                            from generate_series(1, :versions) v order by v) as fen
                        from (select distinct channel, voucher from difference where day = :day and insurance = :insurance
                            order by channel, voucher limit :limit) named order by channel, voucher""")
                .bind("day", of.day())
                .bind("insurance", of.insurance())
                .bind("versions", versions)
                .bind("limit", limit)
                .map((row, context) -> new Voucher(row.getString("channel"), row.getString("voucher"), List.of((Long[])
                        row.getArray("fen").getArray())))
                .list());
    }
}
