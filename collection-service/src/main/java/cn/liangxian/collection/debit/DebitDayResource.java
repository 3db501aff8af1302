package cn.liangxian.collection.debit;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.debit.DebitDays.Day;
import cn.liangxian.collection.debit.DebitDays.Village;
import cn.liangxian.rest.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;

/** The days of debit and why debits failed, for machines: what {@link DebitsPage} shows. */
@Path("/debit-days")
public class DebitDayResource {

    /** After every day of debit. */
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final DebitDays days;
    private final Caller caller;

    DebitDayResource(DebitDays days, Caller caller) {
        this.days = days;
        this.caller = caller;
    }

    /**
     * Of the caller's area, the latest first: lines sent, paid, open and failed by reason. Lines are counted by township.
     *
     * @param before the last day of the page before; none for the latest
     * @param days how many calendar days a page reaches back from its first
     */
    @GET
    public List<Day> list(
            @QueryParam("before") @DefaultValue("9999-12-31") LocalDate before,
            @QueryParam("days") @DefaultValue("31") @Min(1) @Max(366) int days) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE);
        return this.days.days(caller.area(), before, days);
    }

    /** What each village of the caller's area has still to work. */
    @GET
    @Path("/villages")
    public List<Village> villages() {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE);
        return days.villages(caller.area());
    }
}
