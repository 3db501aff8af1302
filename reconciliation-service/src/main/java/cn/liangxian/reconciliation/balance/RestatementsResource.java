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

    /** A day of one insurance; the first thousand {@code vouchers} that differed in some version. */
    public record Day(
            LocalDate date,
            Insurance insurance,
            List<Restatements.Version> versions,
            List<Restatements.Voucher> vouchers) {}

    /** @param before the date of the last day of the page before; null for the first page */
    @GET
    public List<Day> restatements(
            @QueryParam("before") LocalDate before,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        readers.mustBeOne();
        return restatements.days(before, limit).stream().map(this::day).toList();
    }

    private Day day(Restatements.Day of) {
        List<Restatements.Version> versions = restatements.versions(of);
        return new Day(of.day(), of.insurance(), versions, restatements.vouchers(of, versions.size(), VOUCHERS));
    }
}
