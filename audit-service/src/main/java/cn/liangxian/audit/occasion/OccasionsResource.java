package cn.liangxian.audit.occasion;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.OccasionHandoff.NoticePosted;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.occasion.Occasions.Kind;
import cn.liangxian.audit.publication.Evidence;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Trainings, drills and notices, by tax and the agencies. */
@Path("/occasions")
public class OccasionsResource {

    static final List<Department> HOLDERS = List.of(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    private final Occasions occasions;
    private final KeptOccasions kept;
    private final Policy policy;
    private final Idempotency idempotency;
    private final Caller caller;

    OccasionsResource(Occasions occasions, KeptOccasions kept, Policy policy, Idempotency idempotency, Caller caller) {
        this.occasions = occasions;
        this.kept = kept;
        this.policy = policy;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** How many of a township took part. */
    public record Attendance(@NotBlank String township, @Min(0) int specialists, @Min(0) int helpers) {}

    /** @param departments that held it, tax and at least one agency */
    public record Held(
            @NotNull LocalDate heldOn,
            @NotEmpty List<@NotNull Department> departments,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid Attendance> attendances) {}

    /** What was taken down, one for each township. */
    public record Counted(List<String> ids) {}

    /** Where and since when a notice hangs. */
    public record Statement(@NotBlank @Size(max = 100) String hall, @NotNull LocalDate postedOn) {}

    /** Trainings and drills; {@code next} is the cursor of the page after it, null on the last. */
    public record Instructions(List<KeptOccasions.Instruction> instructions, String next) {}

    /** Notices; {@code next} as in {@link Instructions}. */
    public record Notices(List<KeptOccasions.Notice> notices, String next) {}

    private record Notice(Statement statement, String digest) {}

    /** Trainings and drills of the caller's area, the one taken down last first; {@code before} is the cursor. */
    @GET
    public Instructions instructions(
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(AuditPages.OF_OCCASIONS);
        List<KeptOccasions.Instruction> found = kept.instructions(caller.area(), before, limit + 1);
        boolean more = found.size() > limit;
        return new Instructions(
                more ? found.subList(0, limit) : found,
                more ? found.get(limit - 1).instructionId() : null);
    }

    /** As {@link #instructions}, notices in halls. */
    @GET
    @Path("/notices")
    public Notices notices(
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(AuditPages.OF_OCCASIONS);
        List<KeptOccasions.Notice> found = kept.notices(before, limit + 1);
        boolean more = found.size() > limit;
        return new Notices(
                more ? found.subList(0, limit) : found,
                more ? found.get(limit - 1).noticeId() : null);
    }

    @POST
    @Path("/trainings")
    public Counted train(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Held held) {
        return hold(Kind.TRAINING, key, held);
    }

    @POST
    @Path("/drills")
    public Counted drill(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Held held) {
        return hold(Kind.DRILL, key, held);
    }

    /** Parts: {@code file}, the picture, and {@code statement}. */
    @POST
    @Path("/notices")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public NoticePosted post(
            @HeaderParam("Idempotency-Key") String key,
            @RestForm("file") FileUpload file,
            @NotNull @Valid @RestForm("statement") @PartType(MediaType.APPLICATION_JSON) Statement statement) {
        caller.mustBe(HOLDERS);
        caller.mustCoverCounty();
        Evidence evidence = Evidence.read(file == null ? null : file.uploadedFile());
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "notice",
                key,
                new Notice(statement, evidence.digest()),
                NoticePosted.class,
                () -> occasions.post(department, area, statement.hall(), statement.postedOn(), evidence, by));
    }

    private Counted hold(Kind kind, String key, Held held) {
        caller.mustBe(HOLDERS);
        caller.mustCoverCounty();
        held.attendances().forEach(attendance -> {
            caller.mustCover(attendance.township());
            if (policy.jurisdiction().township(attendance.township()).isEmpty()) {
                throw new Problem(AnyRequestProblem.NOT_FOUND, Text.value(attendance.township()));
            }
        });
        String by = caller.name();
        return idempotency.once(
                "instruction-" + kind,
                key,
                held,
                Counted.class,
                () -> new Counted(occasions.train(
                        kind,
                        held.attendances().stream()
                                .map(a -> new Occasions.Attendance(a.township(), a.specialists(), a.helpers()))
                                .toList(),
                        held.departments(),
                        held.heldOn(),
                        by)));
    }
}
