package cn.liangxian.subsidy.sweep;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.subsidy.SweepHandoff.Money;
import cn.liangxian.subsidy.desk.SubsidyPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sweeps 资金划转: the money of a month, kind by kind, against what was moved to its own account; finance enters here what it moved. */
@Path("/desk/sweeps")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SweepsPage {

    private final Desk desk;
    private final Caller caller;
    private final Sweeping sweeping;
    private final SweepResource resource;
    private final BusinessDay day;

    SweepsPage(Desk desk, Caller caller, Sweeping sweeping, SweepResource resource, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.sweeping = sweeping;
        this.resource = resource;
        this.day = day;
    }

    /** A kind of money of an insurance; sums in fen, {@code account} empty before the first sweep. */
    public record Row(
            String insuranceCode,
            String moneyCode,
            String insurance,
            String money,
            long toSweep,
            long swept,
            long left,
            String account) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("month") String month) {
        TemplateInstance page = desk.page("subsidy/sweeps", SubsidyPages.SWEEPS);
        caller.mustCoverCounty();
        Optional<YearMonth> shown = month(month);
        List<Row> rows = shown.map(sweeping::positions).orElse(List.of()).stream()
                .map(this::row)
                .toList();
        return page.data("rows", rows)
                .data("moves", caller.department() == Department.FINANCE)
                .data("month", shown.map(YearMonth::toString).orElse(""))
                .data("toSweep", rows.stream().mapToLong(Row::toSweep).sum())
                .data("swept", rows.stream().mapToLong(Row::swept).sum())
                .data("left", rows.stream().mapToLong(Row::left).sum());
    }

    /** The form for what was moved of a kind of money of a month, for the drawer. */
    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form(
            @QueryParam("month") String month,
            @QueryParam("insurance") @DefaultValue("") String insurance,
            @QueryParam("money") @DefaultValue("") String money) {
        desk.page("subsidy/sweep", SubsidyPages.SWEEPS);
        resource.mustSweep();
        YearMonth chosen = month(month).orElseThrow(() -> new Problem(AnyRequestProblem.DAY_NOT_OPENED, null));
        Row row = sweeping.positions(chosen).stream()
                .filter(each -> each.insurance().name().equals(insurance)
                        && each.money().name().equals(money))
                .findFirst()
                .map(this::row)
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
        return desk.below("subsidy/sweep", SubsidyPages.SWEEPS, desk.word("enterSweep"))
                .data("row", row)
                .data("month", chosen.toString())
                .data("key", UUID.randomUUID());
    }

    /** @param amount in yuan; 0 when there was nothing to move */
    @POST
    @Operation(hidden = true)
    public Response sweep(
            @FormParam("month") String month,
            @FormParam("insurance") Insurance insurance,
            @FormParam("money") Money money,
            @FormParam("amount") String amount,
            @FormParam("account") String account,
            @FormParam("key") String key) {
        resource.mustSweep();
        YearMonth chosen = month(month).orElseThrow(() -> new Problem(AnyRequestProblem.DAY_NOT_OPENED, null));
        if (Typed.text(amount) == null || Typed.text(account) == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        resource.sweep(
                key,
                new SweepResource.Request(
                        chosen.toString(), insurance, money, Typed.yuan(amount), Typed.text(account)));
        return Response.seeOther(URI.create("/desk/sweeps?month=" + chosen)).build();
    }

    /** The last that is over, when none is chosen. */
    private Optional<YearMonth> month(String chosen) {
        return Optional.ofNullable(Typed.month(chosen))
                .or(() -> day.last().map(today -> YearMonth.from(today).minusMonths(1)));
    }

    private Row row(Sweeping.Position position) {
        return new Row(
                position.insurance().name(),
                position.money().name(),
                desk.named(position.insurance()),
                desk.word("money_" + position.money()),
                position.toSweep().amount(),
                position.swept().amount(),
                position.left().amount(),
                position.account() == null ? "" : position.account());
    }
}
