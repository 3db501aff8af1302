package cn.liangxian.enrollment.student;

import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SCHOOL;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.enrollment.StudentHandoff.StudentsReminded;
import cn.liangxian.enrollment.StudentHandoff.UninsuredReason;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsListed;
import cn.liangxian.enrollment.access.GrantingAccess;
import cn.liangxian.enrollment.access.StatedPurpose;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Uninsured students: listed for education, explained by the schools, told to the townships. */
@Path("/uninsured-students")
@Blocking
public class StudentResource {

    private final ListingUninsured listing;
    private final ExplainingUninsured explaining;
    private final RemindingUninsured reminding;
    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Idempotency idempotency;
    private final Caller caller;
    private final GrantingAccess granting;

    StudentResource(
            ListingUninsured listing,
            ExplainingUninsured explaining,
            RemindingUninsured reminding,
            Jdbi jdbi,
            BusinessDay day,
            Idempotency idempotency,
            Caller caller,
            GrantingAccess granting) {
        this.listing = listing;
        this.explaining = explaining;
        this.reminding = reminding;
        this.jdbi = jdbi;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
        this.granting = granting;
    }

    /** Why a student is not insured. */
    public record Answer(@NotNull UUID personKey, @NotNull UninsuredReason reason) {}

    /** What a school found out. */
    public record Answers(@NotEmpty @Size(max = 5_000) List<@Valid @NotNull Answer> answers) {}

    /** The lists made, one per township of the caller's area that has somebody to list. */
    public record Listed(List<UninsuredStudentsListed> lists) {}

    /** Who was reminded. */
    public record Reminded(@NotEmpty @Size(max = 5_000) List<@NotNull UUID> personKeys) {}

    private record Asked(UUID list, Object what) {}

    @POST
    @Path("/{list}/reminders")
    @ResponseStatus(201)
    public StudentsReminded remind(
            @HeaderParam("Idempotency-Key") String key, @PathParam("list") UUID id, @Valid @NotNull Reminded reminded) {
        mustRemind();
        String area = caller.area();
        Department department = caller.department();
        String by = caller.name();
        return idempotency.once(
                "uninsured-reminders",
                key,
                new Asked(id, reminded),
                StudentsReminded.class,
                () -> reminding.remind(id, reminded.personKeys(), area, department, by));
    }

    @POST
    @ResponseStatus(201)
    public Listed list(@HeaderParam("Idempotency-Key") String key) {
        mustList();
        String area = caller.area();
        return idempotency.once(
                "uninsured-students", key, area, Listed.class, () -> new Listed(listing.list(area, day.today())));
    }

    /** The newest first; {@code before} is the last id of the page before. A township sees what education has told it. */
    @GET
    @Transactional
    public List<UninsuredList> lists(
            @QueryParam("before") @DefaultValue("ffffffff-ffff-ffff-ffff-ffffffffffff") UUID before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(EnrollmentPages.OF_STUDENTS);
        boolean told = caller.department() == TOWNSHIP;
        return jdbi.withHandle(h -> UninsuredLists.of(h, caller.area(), told, before, limit));
    }

    /**
     * @param purpose for which the names are needed, kept with who asked; without one they are masked
     * @param duty the statutory duty, where the county binds to duties
     */
    @GET
    @Path("/{list}")
    @Transactional
    public UninsuredList.Whole find(
            @PathParam("list") UUID id,
            @QueryParam("purpose") @Size(max = 200) String purpose,
            @QueryParam("duty") @Size(max = 40) String duty) {
        caller.mustBe(EnrollmentPages.OF_STUDENTS);
        boolean told = caller.department() == TOWNSHIP;
        return jdbi.withHandle(h -> UninsuredLists.find(h, id, caller.area())
                .filter(list -> !told || list.explainedOn() != null)
                .map(list -> new UninsuredList.Whole(list, students(h, id, purpose, duty)))
                .orElseThrow(() -> new Problem(StudentProblem.UNKNOWN, null)));
    }

    private List<UninsuredList.Student> students(Handle h, UUID id, String purpose, String duty) {
        List<UninsuredList.Student> students = UninsuredLists.students(h, id);
        if (purpose == null || purpose.isBlank()) {
            return students.stream().map(UninsuredList.Student::masked).toList();
        }
        if (granting.bound()) {
            granting.toAll(
                    h,
                    students.stream()
                            .map(one -> UUID.fromString(one.personKey()))
                            .toList(),
                    new StatedPurpose(duty, purpose, caller.department(), caller.area(), caller.name()));
        }
        h.execute(
                "insert into registration_query (purpose, asked_on, asked_by, department) values (?, ?, ?, ?)",
                purpose + " / uninsured students " + id,
                day.today(),
                caller.name(),
                caller.department().name());
        return students;
    }

    @POST
    @Path("/{list}/reasons")
    @ResponseStatus(201)
    public UninsuredList answer(
            @HeaderParam("Idempotency-Key") String key, @PathParam("list") UUID id, @Valid @NotNull Answers answers) {
        mustAnswer();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "uninsured-reasons",
                key,
                new Asked(id, answers),
                UninsuredList.class,
                () -> explaining.answer(id, answers.answers(), area, by));
    }

    @POST
    @Path("/{list}/report")
    @ResponseStatus(201)
    public UninsuredList explain(@HeaderParam("Idempotency-Key") String key, @PathParam("list") UUID id) {
        mustList();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "uninsured-report", key, id, UninsuredList.class, () -> explaining.explain(id, area, by));
    }

    void mustRemind() {
        caller.mustBe(EDUCATION, MEDICAL_INSURANCE, TAX);
    }

    void mustAnswer() {
        caller.mustBe(SCHOOL);
    }

    /** Education has them listed, and tells the township why they are not insured. */
    void mustList() {
        caller.mustBe(EDUCATION);
    }
}
