package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.enrollment.specialgroup.ListSheet.Entered;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists of special groups 名单收报: which came for which township, what of them was taken, and the file back. */
@Path("/desk/lists")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ListsPage {

    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final ListSheet sheet;
    private final SpecialGroupResource lists;

    ListsPage(Desk desk, Caller caller, Policy policy, ListSheet sheet, SpecialGroupResource lists) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.sheet = sheet;
        this.lists = lists;
    }

    /** What has come of a category for a township: {@code look} tells nothing, zero, accepted and refused apart. */
    public record Cell(String text, String look) {}

    /** A category with a cell for each township. */
    public record Line(String category, String department, List<Cell> cells) {}

    /** A list as it was received; {@code errors} rows go back with their reasons. */
    public record Row(
            String id,
            String receivedOn,
            String department,
            String category,
            String area,
            int declared,
            int received,
            int accepted,
            int errors,
            String grade,
            String look,
            String reason) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        boolean overall = SpecialGroupResource.READERS.contains(caller.department());
        List<Entered> entered = sheet.latest(overall ? null : caller.department(), caller.area());
        List<Township> townships = policy.jurisdiction().townships().stream()
                .filter(township -> township.code().startsWith(caller.area()))
                .toList();
        return desk.page("enrollment/lists", EnrollmentPages.LISTS)
                .data(
                        "townships",
                        townships.stream().map(t -> desk.place(t.code())).toList())
                .data("lines", lines(entered, townships, overall))
                .data("rows", entered.stream().map(this::row).toList());
    }

    /** The file as it came, with the reasons in it. */
    @GET
    @Path("/errors")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response errors(@QueryParam("id") UUID id) {
        return lists.errors(id);
    }

    private List<Line> lines(List<Entered> entered, List<Township> townships, boolean overall) {
        List<Line> lines = new ArrayList<>();
        for (Category category : policy.categories()) {
            for (Department department : category.listedBy()) {
                if (overall || department == caller.department()) {
                    lines.add(new Line(
                            desk.language().of(category.zh(), category.en()),
                            desk.named(department),
                            townships.stream()
                                    .map(township -> cell(entered, category, department, township))
                                    .toList()));
                }
            }
        }
        return lines;
    }

    /** By the latest list that was taken for the township, else by the latest that was not. */
    private Cell cell(List<Entered> entered, Category category, Department department, Township township) {
        List<Entered> ofTownship = entered.stream()
                .filter(list -> list.department() == department
                        && list.category().equals(category.code())
                        && township.code().startsWith(list.area()))
                .toList();
        Optional<Entered> taken = ofTownship.stream()
                .filter(list -> list.grade() == Grade.ACCEPTED || list.grade() == Grade.ACCEPTED_WITH_ERRORS)
                .findFirst();
        if (taken.isPresent()) {
            boolean zero = taken.get().confirmedZero();
            return new Cell(
                    zero ? desk.word("zero") : Integer.toString(taken.get().accepted()), look(taken.get()));
        }
        if (ofTownship.isEmpty()) {
            return new Cell(desk.word("notYet"), "not-yet");
        }
        Entered latest = ofTownship.get(0);
        return new Cell(desk.word(latest.grade() == Grade.PARTIAL ? "grade_PARTIAL" : "refused"), look(latest));
    }

    /** Of a list in part nothing took effect: it is to come again, as one that was refused. */
    private static String look(Entered list) {
        return switch (list.grade()) {
            case REJECTED -> "late";
            case PARTIAL -> "near";
            case ACCEPTED, ACCEPTED_WITH_ERRORS -> list.confirmedZero() ? "zero" : "done";
        };
    }

    private Row row(Entered list) {
        return new Row(
                list.listId(),
                list.receivedOn().toString(),
                desk.named(list.department()),
                policy.category(list.category())
                        .map(category -> desk.language().of(category.zh(), category.en()))
                        .orElse(list.category()),
                desk.place(list.area()),
                list.declared(),
                list.received(),
                list.accepted(),
                list.errors(),
                desk.word("grade_" + list.grade()),
                look(list),
                Flaws.said(desk, list.why()));
    }
}
