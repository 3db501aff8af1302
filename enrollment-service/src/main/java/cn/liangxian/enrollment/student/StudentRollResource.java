package cn.liangxian.enrollment.student;

import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.SCHOOL;

import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Education hands in who goes to which school, with parents and guardians. */
@Path("/student-rolls")
@Blocking
public class StudentRollResource {

    private final StudentRolls rolls;
    private final Policy policy;
    private final Idempotency idempotency;
    private final Caller caller;
    private final BusinessDay day;

    StudentRollResource(StudentRolls rolls, Policy policy, Idempotency idempotency, Caller caller, BusinessDay day) {
        this.rolls = rolls;
        this.policy = policy;
        this.idempotency = idempotency;
        this.caller = caller;
        this.day = day;
    }

    /** 身份证件类型. */
    public enum IdType {
        RESIDENT_ID,
        RESIDENCE_PERMIT,
        PASSPORT,
        OTHER
    }

    /** 学籍状态. */
    public enum Status {
        ENROLLED,
        SUSPENDED,
        TRANSFERRED,
        GRADUATED
    }

    /** A parent or the guardian; the number is that of the resident identity card. */
    public record Relative(String name, String idNumber) {

        @Override
        public String toString() {
            return "Relative[masked]";
        }
    }

    /** One student; {@code father} and {@code mother} are null when not known. Every row is looked at by itself. */
    public record Student(
            String rollNumber,
            IdType idType,
            String idNumber,
            String name,
            Status status,
            Relative father,
            Relative mother,
            Relative guardian) {

        @Override
        public String toString() {
            return "Student[masked]";
        }
    }

    /**
     * A school's roll, or a part of it.
     *
     * @param declaredCount heads as the school states them
     * @param carrier by which it came; electronic where none is named
     */
    public record Roll(
            @NotBlank @Size(max = 9) String township,
            @NotBlank @Size(max = 100) String school,
            @Min(1) int declaredCount,
            Carrier carrier,
            @NotNull @Size(max = 5_000) List<@NotNull Student> students) {}

    @POST
    @ResponseStatus(201)
    public StudentRolls.Taken take(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Roll roll) {
        caller.mustBe(EDUCATION, SCHOOL);
        caller.mustCover(roll.township());
        if (policy.jurisdiction().township(roll.township(), day.today()).isEmpty()) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, Text.value(roll.township()));
        }
        Department department = caller.department();
        String by = caller.name();
        return idempotency.once(
                "student-roll", key, roll, StudentRolls.Taken.class, () -> rolls.take(roll, department, by));
    }
}
