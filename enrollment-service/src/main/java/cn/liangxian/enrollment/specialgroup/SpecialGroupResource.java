package cn.liangxian.enrollment.specialgroup;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.feed.FileDigest;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Jurisdiction;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.ProblemDetails;
import cn.liangxian.rest.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Departments hand in their lists of special groups and get back what could not be imported. */
@Path("/special-groups")
@Blocking
public class SpecialGroupResource {

    /** Beside the department that listed: who works with the lists or looks after those who do. */
    static final Set<Department> READERS = Set.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, AUDIT_BUREAU);

    private final Caller caller;
    private final Idempotency idempotency;
    private final Policy policy;
    private final SubmittingList submitting;
    private final ReturningList returning;
    private final ListSheet sheet;
    private final BusinessDay day;

    SpecialGroupResource(
            Caller caller,
            Idempotency idempotency,
            Policy policy,
            SubmittingList submitting,
            ReturningList returning,
            ListSheet sheet,
            BusinessDay day) {
        this.sheet = sheet;
        this.caller = caller;
        this.idempotency = idempotency;
        this.policy = policy;
        this.submitting = submitting;
        this.returning = returning;
        this.day = day;
    }

    /** 200 with the grade, or 422 with the reason and the id under which the rejected list was kept. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response submit(
            @HeaderParam("Idempotency-Key") String key,
            @RestForm("file") FileUpload file,
            @Valid @RestForm("declaration") @PartType(MediaType.APPLICATION_JSON) Declaration declaration) {
        caller.mustBe(Category.listing(policy.categories()));
        if (declaration == null) {
            throw new Problem(
                    SpecialGroupProblem.DECLARATION_MISSING,
                    new Text("请求缺少 declaration 部分（application/json）", "part declaration, application/json"));
        }
        Department department = caller.department();
        mayList(department, declaration);
        caller.mustCover(declaration.area());
        java.nio.file.Path path = file == null ? null : file.uploadedFile();
        FileDigest digest = path == null ? FileDigest.ofNothing() : FileDigest.of(path);
        Submission submission = new Submission(
                declaration,
                department,
                caller.name(),
                path,
                file == null ? null : file.fileName(),
                digest.bytes(),
                digest.sha256());
        GradedList graded = idempotency.once(
                "special-groups", key, submission.content(), GradedList.class, () -> submitting.submit(submission));
        return graded.grade() == Grade.REJECTED
                ? Response.status(422)
                        .type(ProblemDetails.MEDIA_TYPE)
                        .entity(RejectedList.of(graded))
                        .build()
                : Response.ok(graded, MediaType.APPLICATION_JSON).build();
    }

    /** The latest 200 lists of the caller's department and area; of all departments for those who work with lists. */
    @GET
    public List<ListSheet.Entered> latest() {
        boolean overall = READERS.contains(caller.department());
        if (!overall) {
            caller.mustBe(Category.listing(policy.categories()));
        }
        return sheet.latest(overall ? null : caller.department(), caller.area());
    }

    @GET
    @Path("/{id}")
    public GradedList list(@PathParam("id") UUID listId) {
        return readable(listId);
    }

    /** The file as it came, in its format and encoding, with a column 错误原因. */
    @GET
    @Path("/{id}/errors")
    public Response errors(@PathParam("id") UUID listId) {
        readable(listId);
        ReturningList.ReturnedFile returned = returning.withReasons(listId);
        return Response.ok(returned.content(), returned.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + listId + returned.extension() + "\"")
                .build();
    }

    private GradedList readable(UUID listId) {
        Set<Department> ever = Category.listing(policy.categories());
        ever.addAll(READERS);
        caller.mustBe(ever);
        GradedList list = returning.find(listId).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(list.area());
        Department department = caller.department();
        if (department != list.department() && !READERS.contains(department)) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
        return list;
    }

    /** Refuses a category that the department does not list, and an area that is none. */
    void mayList(Department department, Declaration declaration) {
        var category = policy.category(declaration.category())
                .orElseThrow(
                        () -> new Problem(SpecialGroupProblem.CATEGORY_UNKNOWN, Text.value(declaration.category())));
        if (!category.listedBy().contains(department)) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN,
                    Text.departments(category.listedBy()).after(category.zh() + "：", category.en() + ": "));
        }
        String area = declaration.area();
        Jurisdiction jurisdiction = policy.jurisdiction();
        if (!area.equals(jurisdiction.code()) && inUse(area).isEmpty()) {
            // unknown here and unknown to the caller's area look the same to somebody from elsewhere
            caller.mustCover(area);
            throw new Problem(
                    SpecialGroupProblem.AREA_UNKNOWN,
                    day.last()
                            .flatMap(today -> jurisdiction.successor(area, today))
                            .map(now -> new Text(
                                    area + "已停用，现为" + now.code(),
                                    area + " is no longer in use, it is " + now.code() + " now"))
                            .orElse(Text.value(area)));
        }
    }

    /** Before the first business date a township of any time. */
    private Optional<Township> inUse(String area) {
        return day.last()
                .map(today -> policy.jurisdiction().township(area, today))
                .orElseGet(() -> policy.jurisdiction().township(area));
    }
}
