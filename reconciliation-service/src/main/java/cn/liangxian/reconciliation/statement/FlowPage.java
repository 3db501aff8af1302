package cn.liangxian.reconciliation.statement;

import cn.liangxian.desk.Chart;
import cn.liangxian.desk.Desk;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 资金流向: from the channels through tax and treasury to the entitlement, and what stays behind where. */
@Path("/desk/flow")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FlowPage {

    private final Desk desk;
    private final MoneyFlow flow;

    FlowPage(Desk desk, MoneyFlow flow) {
        this.desk = desk;
        this.flow = flow;
    }

    /** A step in words; {@code amount} in fen, {@code wrong} when the money is not where it should be. */
    public record Row(String insurance, String from, String to, long amount, boolean wrong) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        TemplateInstance page = desk.countyPage("reconciliation/flow", ReconciliationPages.FLOW);
        List<Row> rows = flow.now().stream().map(this::row).toList();
        return page.data("rows", rows)
                .data(
                        "chart",
                        Chart.flow(rows.stream()
                                .map(row -> new Chart.Flow(row.from(), row.to(), row.amount()))
                                .toList()));
    }

    private Row row(MoneyFlow.Step step) {
        return new Row(
                desk.named(step.insurance()),
                place(step, step.from()),
                place(step, step.to()),
                step.fen(),
                step.to() == MoneyFlow.Place.RED_LIST || step.from() == MoneyFlow.Place.UNKNOWN_TO_TAX);
    }

    /** Channels are the same for both insurances, every other place is one of its own. */
    private String place(MoneyFlow.Step step, MoneyFlow.Place place) {
        if (place == MoneyFlow.Place.CHANNEL) {
            return desk.channel(step.channel());
        }
        return desk.named(step.insurance()) + desk.language().of("", " ") + desk.word("place_" + place);
    }
}
