package cn.liangxian.collection.agent;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Village agents, registered by their township before they collect. */
@Path("/agents")
public class AgentResource {

    /** As many as a large township has villages. */
    private static final int MOST = 500;

    static final List<Department> REGISTERING = List.of(TOWNSHIP);

    private final Agents agents;
    private final Idempotency idempotency;
    private final Caller caller;

    AgentResource(Agents agents, Idempotency idempotency, Caller caller) {
        this.agents = agents;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Agents of the caller's villages. */
    public record Registration(@NotNull @Size(min = 1, max = MOST) List<@Valid @NotNull Agent> agents) {}

    @POST
    @ResponseStatus(201)
    public Registration register(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull Registration registration) {
        mustRegister();
        List<Agent> all = registration.agents();
        for (int i = 0; i < all.size(); i++) {
            caller.mustCover(all.get(i).village());
            if (all.get(i).until().isBefore(all.get(i).from())) {
                throw new Problem(AgentProblem.PERIOD_REVERSED, null)
                        .at(i + 1, "until", new Text("早于代办起始日", "before from"));
            }
        }
        return idempotency.once(
                "agents",
                key,
                registration,
                Registration.class,
                () -> new Registration(agents.register(all, caller.name())));
    }

    /** In the order of village, number and first day; {@code after} is the last agent of the page before, {@code village/number/from}. */
    @GET
    public List<Agent> list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE, AUDIT_BUREAU);
        return agents.of(caller.area(), after, limit);
    }

    void mustRegister() {
        caller.mustBe(REGISTERING);
    }
}
