package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One uploaded list 名单预览与复核: what would become of it, and the second person's commit. */
@Path("/desk/upload/draft")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftPage {

    private final Desk desk;
    private final Caller caller;
    private final DraftSheet drafts;
    private final DraftingList drafting;
    private final ReturningList returning;

    DraftPage(Desk desk, Caller caller, DraftSheet drafts, DraftingList drafting, ReturningList returning) {
        this.desk = desk;
        this.caller = caller;
        this.drafts = drafts;
        this.drafting = drafting;
        this.returning = returning;
    }

    /** A row of the preview; {@code reason} is empty when it would be taken. */
    public record Row(
            int number, String name, String idNumber, String from, String until, String remark, String reason) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("id") UUID id) {
        Draft draft = drafts.one(id);
        Preview preview = drafts.preview(id);
        DraftSheet.Row row = drafts.row(draft);
        boolean committed = draft.listId() != null;
        GradedList graded = committed ? returning.find(draft.listId()).orElseThrow() : preview.graded();
        return desk.below("enrollment/draft", EnrollmentPages.UPLOAD, row.category() + " · " + row.area())
                .data("row", row)
                .data("committed", committed)
                .data("listId", committed ? draft.listId().toString() : "")
                .data("graded", graded)
                .data("grade", desk.word("grade_" + graded.grade()))
                .data("look", DraftingList.takeable(preview) ? graded.errorCount() > 0 ? "near" : "done" : "late")
                .data("bad", Math.max(0, graded.received() - graded.accepted()))
                .data("takeable", DraftingList.takeable(preview))
                .data("partial", graded.grade() == Grade.PARTIAL)
                .data("why", Flaws.said(desk, graded.why()))
                .data("rows", preview.rows().stream().map(this::row).toList())
                .data("more", preview.more());
    }

    /** By somebody else than who uploaded. */
    @POST
    @Path("/commit")
    @Operation(hidden = true)
    public Response commit(@FormParam("id") UUID id) {
        drafting.commit(drafts.one(id).id(), caller.name());
        return back(id);
    }

    @POST
    @Path("/withdraw")
    @Operation(hidden = true)
    public Response withdraw(@FormParam("id") UUID id) {
        drafting.withdraw(drafts.one(id).id(), caller.name());
        return back(id);
    }

    private Row row(Preview.Row row) {
        return new Row(
                row.number(),
                row.name(),
                row.idNumber(),
                row.from(),
                row.until(),
                row.remark(),
                Flaws.said(desk, row.faults()));
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/desk/upload/draft?id=" + id)).build();
    }
}
