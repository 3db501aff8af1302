package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.desk.Areas;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.enrollment.feed.FileDigest;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploading a list 名单上传: template, upload, and the lists that wait for their second person. */
@Path("/desk/upload")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class UploadPage {

    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final BusinessDay today;
    private final SpecialGroupResource lists;
    private final DraftingList drafting;
    private final DraftSheet drafts;
    private final UploadShares shares;
    private final Areas areas;

    UploadPage(
            Desk desk,
            Caller caller,
            Policy policy,
            BusinessDay today,
            SpecialGroupResource lists,
            DraftingList drafting,
            DraftSheet drafts,
            UploadShares shares,
            Areas areas) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.today = today;
        this.lists = lists;
        this.drafting = drafting;
        this.drafts = drafts;
        this.shares = shares;
        this.areas = areas;
    }

    /** Something to choose in the form. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        List<DraftSheet.Row> rows = drafts.rows();
        return desk.page("enrollment/upload", EnrollmentPages.UPLOAD)
                .data("categories", categories())
                .data("areas", areas.ofCaller())
                .data("today", today.last().map(LocalDate::toString).orElse(""))
                .data("share", UUID.randomUUID())
                .data("waiting", rows.stream().filter(DraftSheet.Row::waits).toList())
                .data(
                        "decided",
                        rows.stream().filter(row -> !row.waits()).limit(20).toList());
    }

    /** The empty workbook of a category. */
    @GET
    @Path("/template")
    @Produces(ListTemplate.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response template(@QueryParam("category") String code) {
        String title = policy.category(code)
                .map(Category::zh)
                .orElseThrow(() -> new Problem(SpecialGroupProblem.CATEGORY_UNKNOWN, Text.value(code)));
        String name = URLEncoder.encode(title + "名单模板.xlsx", StandardCharsets.UTF_8);
        StreamingOutput workbook = out -> ListTemplate.write(out, title);
        return Response.ok(workbook)
                .header("Content-Disposition", "attachment; filename=\"" + code + ".xlsx\"; filename*=UTF-8''" + name)
                .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response upload(
            @RestForm String category,
            @RestForm String area,
            @RestForm String listDate,
            @RestForm String declared,
            @RestForm String signedBy,
            @RestForm String sealed,
            @RestForm String zero,
            @RestForm String share,
            @RestForm FileUpload file) {
        Declaration declaration = new Declaration(
                category == null ? "" : category,
                area == null ? "" : area,
                date(listDate),
                count(declared),
                signedBy == null ? "" : signedBy.strip(),
                sealed != null,
                "electronic",
                zero != null);
        lists.mayList(caller.department(), declaration);
        caller.mustCover(declaration.area());
        boolean none = file == null || file.size() == 0;
        FileDigest digest = none ? FileDigest.ofNothing() : FileDigest.of(file.uploadedFile());
        Submission submission = new Submission(
                declaration,
                caller.department(),
                caller.name(),
                none ? null : file.uploadedFile(),
                none ? null : file.fileName(),
                digest.bytes(),
                digest.sha256());
        try (UploadShares.Share follower = shares.begin(caller.name(), named(share), declaration.declaredCount())) {
            UUID id = drafting.upload(submission, follower);
            return Response.seeOther(URI.create("/desk/upload/draft?id=" + id)).build();
        }
    }

    /** How much of the caller's upload has been checked; nothing in it when none is being checked under this name. */
    @GET
    @Path("/share")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Optional<UploadShares.Now> share(@QueryParam("of") String share) {
        return shares.of(caller.name(), named(share));
    }

    /** As the form of this page calls its upload; whoever sends no name of it looks at none. */
    private static String named(String share) {
        return share == null || share.length() > 36 ? "" : share;
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("listDate"));
        }
    }

    private int count(String text) {
        try {
            int count = Integer.parseInt(text == null ? "" : text.strip());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, as a negative one is
        }
        throw new Problem(AnyRequestProblem.MALFORMED, desk.text("declared"));
    }

    private List<Choice> categories() {
        return policy.categories().stream()
                .filter(category -> category.listedBy().contains(caller.department()))
                .map(category -> new Choice(category.code(), desk.language().of(category.zh(), category.en())))
                .toList();
    }
}
