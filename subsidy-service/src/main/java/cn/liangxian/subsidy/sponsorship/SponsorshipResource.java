package cn.liangxian.subsidy.sponsorship;

import static cn.liangxian.handoff.Department.SPONSOR;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Employers, townships, village collectives and persons pay all or part of residents' contributions (资助). */
@Path("/sponsorships")
public class SponsorshipResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final Sponsorships sponsorships;

    SponsorshipResource(Caller caller, Idempotency idempotency, Sponsorships sponsorships) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.sponsorships = sponsorships;
    }

    /** One resident; {@code amount} in fen, at most what is open of the claim. */
    public record Line(@NotBlank @Size(max = 64) String personKey, @NotNull Insurance insurance, @NotNull Fen amount) {}

    /** At most 2000 lines, what a village has. */
    public record Request(
            @NotBlank @Size(max = 100) String sponsor, @NotEmpty @Size(max = 2000) List<@Valid @NotNull Line> lines) {}

    /** A line that was not taken; its money stays with the sponsor. {@code row} counts from 1. */
    public record Refusal(int row, String code, String message) {}

    /** A line that was taken, with its number. */
    public record Taken(int row, UUID sponsorshipId) {}

    /** @param total fen of all lines that were taken */
    public record Answer(int accepted, Fen total, List<Taken> taken, List<Refusal> refused) {}

    /** Each line is taken or refused by itself. */
    @POST
    @ResponseStatus(201)
    public Answer sponsor(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        caller.mustBe(SPONSOR, VILLAGE, TOWNSHIP);
        String area = caller.area();
        String name = caller.name();
        return idempotency.once(
                "sponsorship", key, request, Answer.class, () -> sponsorships.take(request, area, name));
    }
}
