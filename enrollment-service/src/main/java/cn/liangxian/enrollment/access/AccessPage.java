package cn.liangxian.enrollment.access;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.access.Accesses.Access;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.policy.PersonalDataTerms;
import cn.liangxian.policy.PersonalDataTerms.Duty;
import cn.liangxian.policy.Policy;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Use of the data 信息使用: the departments that provided them see who used them for which duty. */
@Path("/desk/accesses")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AccessPage {

    private static final int ROWS = 500;
    private final Desk desk;
    private final Policy policy;
    private final AccessResource accesses;

    AccessPage(Desk desk, Policy policy, AccessResource accesses) {
        this.desk = desk;
        this.policy = policy;
        this.accesses = accesses;
    }

    /** A look at the data of a resident. */
    public record Row(String on, String person, String village, String reader, String duty, String purpose) {}

    /** A duty with who has it. */
    public record Line(String duty, String departments, String clause, boolean assumed) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        TemplateInstance frame = desk.page("enrollment/accesses", EnrollmentPages.ACCESSES);
        List<Duty> duties = policy.personalData().map(PersonalDataTerms::duties).orElse(List.of());
        return frame.data("duties", duties.stream().map(this::line).toList())
                .data("rows", accesses.accesses(ROWS).stream().map(this::row).toList());
    }

    private Line line(Duty duty) {
        return new Line(
                name(duty),
                String.join(
                        desk.word("and"),
                        duty.departments().stream().map(desk::named).toList()),
                duty.clause().substring(duty.clause().indexOf('/') + 1),
                duty.assumed());
    }

    private Row row(Access access) {
        String duty = access.duty() == null
                ? ""
                : policy.personalData()
                        .flatMap(terms -> terms.duty(access.duty(), access.reader()))
                        .map(this::name)
                        .orElse(access.duty());
        return new Row(
                access.accessedOn().toString(),
                access.personKey(),
                desk.place(access.village()),
                desk.named(access.reader()) + " " + desk.place(access.area()),
                duty,
                access.purpose());
    }

    private String name(Duty duty) {
        return desk.language().of(duty.zh(), duty.en());
    }
}
