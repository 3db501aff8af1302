package cn.liangxian.reconciliation.redlist;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Who stands on the red list, now or until it was resolved, and why. Everybody sees their own area; an agency sees its own insurance.
 */
@Path("/red-list")
public class RedListResource {

    private static final int MOST = 1000;

    private final Caller caller;
    private final Jdbi jdbi;
    private final RedListClock clock;
    private final RedListEvidence evidence;

    RedListResource(Caller caller, Jdbi jdbi, RedListClock clock, RedListEvidence evidence) {
        this.caller = caller;
        this.jdbi = jdbi;
        this.clock = clock;
        this.evidence = evidence;
    }

    /**
     * One person on the list.
     *
     * @param since the first day on it, {@code assumed} whether no text gives how long is too long
     * @param owner who has to mend the link, at the latest on {@code until}, {@code untilAssumed} where no text gives it; null
     *     where the policy sets no period, or the link has a clock of its own
     * @param linkSince since when it has been this link
     * @param how ENTITLED or MONEY_RETURNED on {@code resolvedOn}; both null while on the list
     */
    public record Listed(
            String personKey,
            Insurance insurance,
            int feeYear,
            String township,
            Fen paid,
            BrokenLink brokenLink,
            Department owner,
            LocalDate since,
            boolean assumed,
            LocalDate until,
            boolean untilAssumed,
            LocalDate linkSince,
            String how,
            LocalDate resolvedOn) {

        /** After which the next page begins. */
        String cursor() {
            return personKey + "/" + insurance + "/" + feeYear;
        }
    }

    /** How many of the caller's stand at each broken link, and how many have left the list. */
    record Counts(Map<BrokenLink, Long> standing, long resolved) {}

    /** Somebody of the list with the chain of the claim. */
    public record Case(Listed listed, RedListEvidence.Chain chain) {}

    private static final String COLUMNS =
            """
            select person_key, insurance, fee_year, township, paid, broken_link, owner, since, link_since, how, resolved_on
            from red_list
            """;

    /** Whom the caller sees. */
    private static final String SEEN =
            """
            where starts_with(township, :area) and (cast(:own as text) is null or insurance = :own)
            """;

    /**
     * In the order of person key, insurance and fee year.
     *
     * @param after the last of the page before, {@code <personKey>/<insurance>/<feeYear>}
     * @param resolved those who left the list, instead of those who stand on it
     */
    @GET
    public List<Listed> list(
            @QueryParam("insurance") Insurance insurance,
            @QueryParam("brokenLink") BrokenLink brokenLink,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("resolved") @DefaultValue("false") boolean resolved,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        mustSee();
        return jdbi.withHandle(h -> h.createQuery(
                        COLUMNS
                                + SEEN
                                + "and how is " + (resolved ? "not null" : "null")
                                + """
                         and person_key || '/' || insurance || '/' || fee_year > :after
                          and (cast(:insurance as text) is null or insurance = :insurance)
                          and (cast(:brokenLink as text) is null or broken_link = :brokenLink)
                        order by person_key || '/' || insurance || '/' || fee_year limit :limit""")
                .bind("area", caller.area())
                .bind("after", after)
                .bind("own", own())
                .bind("insurance", insurance == null ? null : insurance.name())
                .bind("brokenLink", brokenLink == null ? null : brokenLink.name())
                .bind("limit", Math.max(1, Math.min(limit, MOST)))
                .map((row, context) -> listed(row))
                .list());
    }

    Counts counts() {
        mustSee();
        Map<BrokenLink, Long> standing = new EnumMap<>(BrokenLink.class);
        long[] resolved = {0};
        jdbi.useHandle(h -> h.createQuery("select broken_link, how is null as stands, count(*) as n from red_list "
                        + SEEN
                        + " group by broken_link, how is null")
                .bind("area", caller.area())
                .bind("own", own())
                .mapToMap()
                .forEach(row -> {
                    if ((boolean) row.get("stands")) {
                        standing.put(BrokenLink.valueOf((String) row.get("broken_link")), (long) row.get("n"));
                    } else {
                        resolved[0] += (long) row.get("n");
                    }
                }));
        return new Counts(standing, resolved[0]);
    }

    /** One of them, whether on the list or no more, with every link of the chain. */
    @GET
    @Path("/case")
    public Case one(
            @QueryParam("personKey") @DefaultValue("") String personKey,
            @QueryParam("insurance") Insurance insurance,
            @QueryParam("feeYear") int feeYear) {
        mustSee();
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + SEEN
                                + "and person_key = :person and insurance = :insurance and fee_year = :year")
                        .bind("area", caller.area())
                        .bind("own", own())
                        .bind("person", personKey)
                        .bind("insurance", insurance == null ? null : insurance.name())
                        .bind("year", feeYear)
                        .map((row, context) -> listed(row))
                        .findOne())
                .map(listed -> new Case(listed, evidence.of(personKey, insurance, feeYear)))
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    private void mustSee() {
        caller.mustBe(
                Department.TAX,
                Department.MEDICAL_INSURANCE,
                Department.SOCIAL_INSURANCE,
                Department.TOWNSHIP,
                Department.COUNTY_GOVERNMENT,
                Department.AUDIT_BUREAU);
    }

    private Listed listed(ResultSet row) throws SQLException {
        BrokenLink link = BrokenLink.valueOf(row.getString("broken_link"));
        Until until = clock.mendedUntil(link, row.getObject("link_since", LocalDate.class));
        return new Listed(
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                row.getString("township"),
                Fen.of(row.getLong("paid")),
                link,
                Department.valueOf(row.getString("owner")),
                row.getObject("since", LocalDate.class),
                clock.assumed(),
                until.day(),
                until.assumed(),
                row.getObject("link_since", LocalDate.class),
                row.getString("how"),
                row.getObject("resolved_on", LocalDate.class));
    }

    private String own() {
        return switch (caller.department()) {
            case MEDICAL_INSURANCE -> Insurance.MEDICAL.name();
            case SOCIAL_INSURANCE -> Insurance.PENSION.name();
            default -> null;
        };
    }
}
