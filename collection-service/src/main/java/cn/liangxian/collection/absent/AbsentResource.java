package cn.liangxian.collection.absent;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.absent.AbsentResident.Means;
import cn.liangxian.collection.absent.RemindingAbsentResidents.Away;
import cn.liangxian.collection.absent.RemindingAbsentResidents.Listed;
import cn.liangxian.collection.absent.RemindingAbsentResidents.Told;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Registered residents who work elsewhere: listed and told by their township. */
@Path("/absent-residents")
public class AbsentResource {

    /** As many as a request holds in memory. */
    private static final int MOST = 2000;

    static final List<Department> REMINDING = List.of(TOWNSHIP);

    private final RemindingAbsentResidents reminding;
    private final AbsentResidents residents;
    private final BusinessDay day;
    private final Idempotency idempotency;
    private final Caller caller;

    AbsentResource(
            RemindingAbsentResidents reminding,
            AbsentResidents residents,
            BusinessDay day,
            Idempotency idempotency,
            Caller caller) {
        this.reminding = reminding;
        this.residents = residents;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** One resident. The place is told in words; no address is kept. */
    public record Row(@NotBlank @Size(max = 40) String idNumber, @NotBlank @Size(max = 80) String whereabouts) {
        public Row {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Row[masked]";
        }
    }

    /** Empty where the township knows nobody who works elsewhere: also that is said. */
    public record Listing(@NotNull @Size(max = MOST) List<@Valid @NotNull Row> residents) {}

    /** Who was told, and by which means. */
    public record Notice(@NotBlank @Size(max = 80) String personKey, @NotNull Means means) {}

    /** Empty to say how the township stands, when nobody was told. */
    public record Notices(@NotNull @Size(max = MOST) List<@Valid @NotNull Notice> notices) {}

    @POST
    @ResponseStatus(201)
    public Listed list(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Listing listing) {
        mustRemind();
        List<Away> rows = listing.residents().stream()
                .map(row -> new Away(row.idNumber(), row.whereabouts()))
                .toList();
        return idempotency.once(
                "absent-residents",
                key,
                listing,
                Listed.class,
                () -> reminding.list(rows, caller.area(), caller.name()));
    }

    /** What was told on this day; the answer says how the whole township stands. */
    @POST
    @Path("/notices")
    @ResponseStatus(201)
    public Told tell(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Notices notices) {
        mustRemind();
        Map<String, Means> byPerson = new LinkedHashMap<>();
        notices.notices().forEach(notice -> byPerson.put(notice.personKey(), notice.means()));
        return idempotency.onceOnAnyDate(
                "absent-notices",
                key,
                notices,
                Told.class,
                () -> reminding.tell(byPerson, caller.area(), caller.name()));
    }

    /**
     * In the order of their keys; {@code after} is the last key of the page before.
     *
     * @param state all when not given
     */
    @GET
    public List<AbsentResident> show(
            @QueryParam("state") AbsentState state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("2000") @Min(1) @Max(MOST) int limit) {
        caller.mustBe(TOWNSHIP, VILLAGE, TAX);
        return residents.of(caller.area(), day.today(), state, after, limit);
    }

    void mustRemind() {
        caller.mustBe(REMINDING);
    }
}
