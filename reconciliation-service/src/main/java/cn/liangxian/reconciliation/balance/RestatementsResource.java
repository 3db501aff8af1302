package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Insurance;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;

/** 重述对照: the days that were stated again, the latest first, each with all its versions. */
@Path("/restatements")
public class RestatementsResource {

    private static final int VOUCHERS = 1_000;
    private final BalanceReaders readers;
    private final Restatements restatements;

    RestatementsResource(BalanceReaders readers, Restatements restatements) {
        this.readers = readers;
        this.restatements = restatements;
    }

    /** A version; sums in fen. */
    public record Version(
            int version, LocalDate balancedOn, int treasuryVersion, long collected, long treasury, int differences) {}

    /** By how many fen the treasury had more of a voucher, in each version. */
    public record Voucher(String channel, String voucher, List<Long> byVersion) {}

    /** A day of one insurance; the first thousand {@code vouchers} that differed in some version. */
    public record Day(LocalDate date, Insurance insurance, List<Version> versions, List<Voucher> vouchers) {}

    /** @param before the date of the last day of the page before; null for the first page */
    @GET
    public List<Day> restatements(
            @QueryParam("before") LocalDate before,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        readers.mustBeOne();
        return restatements.days(before, limit).stream().map(this::day).toList();
    }

    private Day day(Restatements.Day of) {
        List<Version> versions = restatements.versions(of).stream()
                .map(v -> new Version(
                        v.version(), v.balancedOn(), v.treasuryVersion(), v.collected(), v.treasury(), v.differences()))
                .toList();
        return new Day(
                of.day(),
                of.insurance(),
                versions,
                restatements.vouchers(of, versions.size(), VOUCHERS).stream()
                        .map(v -> new Voucher(v.channel(), v.voucher(), v.byVersion()))
                        .toList());
    }
}
