package cn.liangxian.subsidy.sweep;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.subsidy.SweepHandoff.FundsSwept;
import cn.liangxian.subsidy.SweepHandoff.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Finance moves the money of a month to its special accounts, and everybody concerned sees what is left. */
@Path("/sweeps")
public class SweepResource {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final Sweeping sweeping;
    private final Idempotency idempotency;
    private final Caller caller;

    SweepResource(Sweeping sweeping, Idempotency idempotency, Caller caller) {
        this.sweeping = sweeping;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param amount fen; zero when there was nothing */
    public record Request(
            @NotNull @Pattern(regexp = MONTH) String month,
            @NotNull Insurance insurance,
            @NotNull Money money,
            @NotNull Fen amount,
            @NotBlank @Size(max = 40) String account) {}

    @POST
    @ResponseStatus(201)
    public FundsSwept sweep(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        mustSweep();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "sweep",
                key,
                request,
                FundsSwept.class,
                () -> sweeping.sweep(
                        YearMonth.parse(request.month()),
                        request.insurance(),
                        request.money(),
                        request.amount(),
                        request.account(),
                        by));
    }

    @GET
    public List<Sweeping.Position> positions(@QueryParam("month") @NotNull @Pattern(regexp = MONTH) String month) {
        caller.mustBe(FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU, DISCIPLINE, COUNTY_GOVERNMENT);
        caller.mustCoverCounty();
        return sweeping.positions(YearMonth.parse(month));
    }

    void mustSweep() {
        caller.mustBe(FINANCE);
        caller.mustCoverCounty();
    }
}
