package cn.liangxian.enrollment.student;

import static cn.liangxian.handoff.Department.EDUCATION;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.StudentHandoff.UninsuredReason;
import cn.liangxian.enrollment.access.PurposeForm;
import cn.liangxian.enrollment.access.StatedPurpose;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.enrollment.student.UninsuredList.Student;
import cn.liangxian.enrollment.student.UninsuredList.Whole;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Uninsured students 未参保学生: the lists of an area, and of one list who is still open. Schools give the reasons, education,
 * medical insurance and tax say whom they reminded, of many students at once; education tells the township
 * (yicheng-2024/五(十), bachu-2022/第十五条). {@link StudentResource} has the rules.
 */
@Path("/desk/students")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class StudentsPage {

    /** Of which a county has one. */
    private static final List<String> WANTED =
            List.of("enrollment-uninsured-students-explained", "enrollment-students-reminded");

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final int LISTS = 100;
    private static final int ROWS = 500;

    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final StudentResource students;
    private final PurposeForm form;

    StudentsPage(Desk desk, Caller caller, Policy policy, StudentResource students, PurposeForm form) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.students = students;
        this.form = form;
    }

    /** What a department does about the students of a list. */
    public enum Work {
        ANSWER,
        REMIND,
        NONE
    }

    /** A list; {@code by} the day by which the policy wants it worked. */
    public record Listed(
            String id,
            String township,
            String listedOn,
            int students,
            int explained,
            int insuredSince,
            String by,
            boolean byAssumed,
            String explainedOn,
            boolean chosen) {}

    /** A student; {@code open} while the department that looks has something to do. */
    public record Row(
            String person,
            String name,
            String village,
            String reason,
            String remindedOn,
            boolean insured,
            boolean open) {}

    /** A reason to choose. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance page(
            @QueryParam("list") UUID list,
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("done") Integer done) {
        return shown(list, all, done, form.stated("", ""), true);
    }

    /** With the names of one list, for a purpose that is kept and told to those who provided them. */
    @POST
    @Path("/names")
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance names(
            @FormParam("list") UUID list, @FormParam("duty") String duty, @FormParam("purpose") String purpose) {
        StatedPurpose said = form.stated(duty, purpose);
        if (said.words().isEmpty()) {
            throw new Problem(AnyRequestProblem.MALFORMED, null).at(null, "purpose", Text.MISSING);
        }
        return shown(must(list), false, null, said, false);
    }

    /** Why those chosen are not insured. */
    @POST
    @Path("/reasons")
    @Operation(hidden = true)
    public Response answer(
            @FormParam("list") UUID list,
            @FormParam("person") List<UUID> chosen,
            @FormParam("reason") UninsuredReason reason,
            @FormParam("key") String key) {
        students.mustAnswer();
        students.answer(
                key,
                must(list),
                new StudentResource.Answers(chosen.stream()
                        .map(person -> new StudentResource.Answer(person, reason))
                        .toList()));
        return done(list, chosen.size());
    }

    /** Those chosen were reminded. */
    @POST
    @Path("/reminders")
    @Operation(hidden = true)
    public Response remind(
            @FormParam("list") UUID list, @FormParam("person") List<UUID> chosen, @FormParam("key") String key) {
        students.mustRemind();
        students.remind(key, must(list), new StudentResource.Reminded(chosen));
        return done(list, chosen.size());
    }

    /** Education tells the township who of the list is not insured and why. */
    @POST
    @Path("/report")
    @Operation(hidden = true)
    public Response explain(@FormParam("list") UUID list, @FormParam("key") String key) {
        students.mustList();
        students.explain(key, must(list));
        return done(list, 1);
    }

    /** Education has today's uninsured students listed, one list for each township. */
    @POST
    @Operation(hidden = true)
    public Response list(@FormParam("key") String key) {
        students.mustList();
        int lists = students.list(key).lists().size();
        return Response.seeOther(URI.create("/desk/students?done=" + lists)).build();
    }

    private static UUID must(UUID list) {
        if (list == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null).at(null, "list", Text.MISSING);
        }
        return list;
    }

    private static Response done(UUID list, int count) {
        return Response.seeOther(URI.create("/desk/students?list=" + list + "&done=" + count))
                .build();
    }

    private TemplateInstance shown(UUID list, boolean all, Integer done, StatedPurpose said, boolean masked) {
        TemplateInstance page = desk.page("enrollment/students", EnrollmentPages.STUDENTS);
        Whole whole = list == null
                ? null
                : masked ? students.find(list, null, null) : students.find(list, said.words(), said.duty());
        Work work = whole == null ? Work.NONE : work(whole.list());
        List<Row> rows = whole == null
                ? List.of()
                : whole.students().stream()
                        .map(student -> row(student, work))
                        .filter(row -> all || row.open())
                        .toList();
        return form.on(page, said)
                .data(
                        "lists",
                        students.lists(NEWEST, LISTS).stream()
                                .map(each -> listed(each, list))
                                .toList())
                .data("list", whole == null ? "" : list.toString())
                .data("place", whole == null ? "" : desk.place(whole.list().township()))
                .data("all", all)
                .data("masked", masked)
                .data("work", work.name())
                .data("rows", rows.stream().limit(ROWS).toList())
                .data("more", rows.size() > ROWS ? rows.size() - ROWS : "")
                .data("education", caller.department() == EDUCATION)
                .data("explains", caller.department() == EDUCATION && whole != null && waits(whole.list()))
                .data("reasons", reasons())
                .data("key", UUID.randomUUID())
                .data("done", done == null ? "" : done.toString());
    }

    private Work work(UninsuredList list) {
        return switch (caller.department()) {
            case SCHOOL -> waits(list) ? Work.ANSWER : Work.NONE;
            case EDUCATION, MEDICAL_INSURANCE, TAX -> Work.REMIND;
            default -> Work.NONE;
        };
    }

    /** Whether education has not told the township yet. */
    private static boolean waits(UninsuredList list) {
        return list.explainedOn() == null;
    }

    private List<Choice> reasons() {
        return Arrays.stream(UninsuredReason.values())
                .map(each -> new Choice(each.name(), desk.word("uninsured_" + each)))
                .toList();
    }

    private Listed listed(UninsuredList each, UUID chosen) {
        Until until = WANTED.stream()
                .map(handoff -> Until.of(policy, handoff, each.listedOn()))
                .filter(found -> found.day() != null)
                .findFirst()
                .orElse(Until.NONE);
        return new Listed(
                each.listId().toString(),
                desk.place(each.township()),
                each.listedOn().toString(),
                each.students(),
                each.explained(),
                each.insuredSince(),
                until.day() == null ? "" : until.day().toString(),
                until.assumed(),
                waits(each) ? "" : each.explainedOn().toString(),
                each.listId().equals(chosen));
    }

    private Row row(Student student, Work work) {
        boolean done =
                switch (work) {
                    case ANSWER -> student.reason() != null;
                    case REMIND -> student.remindedOn() != null;
                    case NONE -> false;
                };
        return new Row(
                student.personKey(),
                student.name(),
                desk.place(student.village()),
                student.reason() == null ? "" : desk.word("uninsured_" + student.reason()),
                student.remindedOn() == null ? "" : student.remindedOn().toString(),
                student.insuredSince(),
                !done && !student.insuredSince());
    }
}
