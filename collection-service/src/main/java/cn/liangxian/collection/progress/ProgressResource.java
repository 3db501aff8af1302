package cn.liangxian.collection.progress;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jdbi.v3.core.Jdbi;

/** How far the caller's area has come today, and the last year's figures that it is measured against. */
@Path("/progress")
public class ProgressResource {

    /** Villages of a county, times two insurances. */
    private static final int MOST = 5000;

    private final Counting counting;
    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Idempotency idempotency;
    private final Caller caller;

    ProgressResource(
            Counting counting, Jdbi jdbi, Policy policy, BusinessDay day, Idempotency idempotency, Caller caller) {
        this.counting = counting;
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** How many of a village's people had paid when the last campaign ended. */
    public record VillageBefore(
            @NotBlank @Size(max = 12) String village,
            @NotNull Insurance insurance,
            @Min(0) int people,
            @Min(0) int peoplePaid) {}

    /** The last fee year's figures; said again they replace what was said before. */
    public record LastYear(@NotNull @Size(min = 1, max = MOST) List<@Valid @NotNull VillageBefore> villages) {}

    /** How many villages last year's figures were taken of. */
    public record Taken(int villages) {}

    @GET
    public List<ProgressReported> progress() {
        return standings().stream().map(Counting.Standing::report).toList();
    }

    List<Counting.Standing> standings() {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        return counting.standings(caller.area(), day.today());
    }

    @POST
    @Path("/last-year")
    @ResponseStatus(201)
    public Taken lastYear(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull LastYear lastYear) {
        caller.mustBe(TAX);
        for (int i = 0; i < lastYear.villages().size(); i++) {
            VillageBefore before = lastYear.villages().get(i);
            caller.mustCover(before.village());
            if (before.peoplePaid() > before.people()) {
                throw new Problem(AnyRequestProblem.MALFORMED, null)
                        .at(i + 1, "peoplePaid", new Text("多于应缴人数", "more than people"));
            }
        }
        return idempotency.once("last-year", key, lastYear, Taken.class, () -> keep(lastYear.villages()));
    }

    private Taken keep(List<VillageBefore> villages) {
        LocalDate today = day.today();
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch(
                    """
                    insert into last_year values (?, ?, ?, ?, ?, ?)
                    on conflict (fee_year, village, insurance) do update set people = excluded.people,
                        people_paid = excluded.people_paid, told_on = excluded.told_on""");
            villages.forEach(before -> batch.add(
                    policy.feeYear(),
                    before.village(),
                    before.insurance().name(),
                    before.people(),
                    before.peoplePaid(),
                    today));
            batch.execute();
        });
        return new Taken(villages.size());
    }
}
