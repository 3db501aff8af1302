package cn.liangxian.reconciliation.balance;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Restatements 重述对照: the versions of a day that was stated again, side by side, the latest day first. */
@Path("/desk/restatements")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RestatementsPage {

    private static final int DAYS = 10;
    private static final int VOUCHERS = 50;
    private final Desk desk;
    private final Restatements restatements;

    RestatementsPage(Desk desk, Restatements restatements) {
        this.desk = desk;
        this.restatements = restatements;
    }

    /** One version; sums in fen. */
    public record Version(
            int version,
            String balancedOn,
            int treasuryVersion,
            long collected,
            long treasury,
            long difference,
            int differences) {}

    /** A voucher with what it differs by in each version, in fen. */
    public record Voucher(String channel, String voucher, List<Long> byVersion) {}

    /** A day of one insurance; {@code more} when not all its vouchers are shown. */
    public record Day(
            String date,
            String insurance,
            List<Version> versions,
            List<Voucher> vouchers,
            boolean balanced,
            boolean more) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("before") String before) {
        TemplateInstance page = desk.countyPage("reconciliation/restatements", ReconciliationPages.RESTATEMENTS);
        List<Restatements.Day> found = restatements.days(Typed.date(before), DAYS + 1);
        boolean more = found.size() > DAYS;
        List<Restatements.Day> days = more ? found.subList(0, DAYS) : found;
        return page.data("days", days.stream().map(this::day).toList())
                .data("next", more ? days.get(DAYS - 1).day().toString() : "");
    }

    private Day day(Restatements.Day of) {
        List<Version> versions = restatements.versions(of).stream()
                .map(v -> new Version(
                        v.version(),
                        v.balancedOn().toString(),
                        v.treasuryVersion(),
                        v.collected(),
                        v.treasury(),
                        v.treasury() - v.collected(),
                        v.differences()))
                .toList();
        List<Restatements.Voucher> vouchers = restatements.vouchers(of, versions.size(), VOUCHERS + 1);
        return new Day(
                of.day().toString(),
                desk.named(of.insurance()),
                versions,
                vouchers.stream()
                        .limit(VOUCHERS)
                        .map(v -> new Voucher(desk.channel(v.channel()), v.voucher(), v.byVersion()))
                        .toList(),
                versions.get(versions.size() - 1).differences() == 0,
                vouchers.size() > VOUCHERS);
    }
}
