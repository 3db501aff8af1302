package cn.liangxian.collection.debit;

import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Guidance 引导其他渠道缴费: who cannot be debited, village by village, until paid over another channel (bachu-2022/第二十九条). */
@Path("/desk/debits/guidance")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class GuidancePage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final GuidanceResource resource;
    private final GuidanceList guidance;

    GuidancePage(Desk desk, Caller caller, GuidanceResource resource, GuidanceList guidance) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
        this.guidance = guidance;
    }

    /** A village to choose. */
    public record VillageRow(String code, String place, int open, boolean chosen) {}

    /** A resident to guide; {@code resident} is where the desk of enrollment tells who that is. */
    public record Row(
            String name,
            String resident,
            String village,
            String insurance,
            String why,
            String said,
            String listedOn,
            String state,
            String look) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("village") @DefaultValue("") String village,
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("after") @DefaultValue("0") long after) {
        desk.page("collection/guidance", CollectionPages.DEBITS);
        List<Guided> found;
        if (village.isBlank()) {
            found = resource.list(open, after, ROWS);
        } else {
            caller.mustCover(village);
            found = guidance.of(village, open, after, ROWS);
        }
        return desk.below("collection/guidance", CollectionPages.DEBITS, desk.word("guidance"))
                .data("village", village)
                .data("open", open)
                .data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).claimNo() : null)
                .data(
                        "villages",
                        guidance.villages(caller.area()).stream()
                                .map(each -> new VillageRow(
                                        each.village(),
                                        desk.place(each.village()),
                                        each.open(),
                                        each.village().equals(village)))
                                .toList());
    }

    private Row row(Guided each) {
        String result = each.result() == null
                ? ""
                : desk.language().of(each.result().zh(), each.result().en());
        return new Row(
                each.maskedName(),
                desk.elsewhere("enrollment", "/desk/persons/one?key=" + each.personKey()),
                desk.place(each.village()),
                desk.named(each.insurance()),
                desk.word("guided_" + each.why()),
                each.why() == Guided.Why.FAILED || each.said() == null ? result : each.said(),
                each.listedOn().toString(),
                desk.word(each.closed() ? "failure_closed" : "toGuide"),
                each.closed() ? "done" : "near");
    }
}
