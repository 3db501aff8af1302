package cn.liangxian.audit.statement;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.publication.PublicationCount;
import cn.liangxian.audit.register.Punctualities;
import cn.liangxian.audit.register.Punctualities.Count;
import cn.liangxian.messaging.DeadLetters;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Audit's own totals, from its own database, now. */
@Path("/statement")
public class StatementResource {

    private final Jdbi jdbi;
    private final Punctualities punctualities;
    private final PublicationCount publications;
    private final DeadLetters deadLetters;
    private final Caller caller;

    StatementResource(
            Jdbi jdbi,
            Punctualities punctualities,
            PublicationCount publications,
            DeadLetters deadLetters,
            Caller caller) {
        this.jdbi = jdbi;
        this.punctualities = punctualities;
        this.publications = publications;
        this.deadLetters = deadLetters;
        this.caller = caller;
    }

    /**
     * @param days business dates opened
     * @param events handoffs in the index, without bulk lines; {@code bulkLines} those that are chained and found by their person
     * @param parkedHere dead letters outstanding in audit itself
     */
    public record Statement(
            long days,
            long events,
            long bulkLines,
            Count obligations,
            Map<String, Count> byHandoff,
            PublicationCount.Count publications,
            int parkedHere) {}

    @GET
    public Statement statement() {
        caller.mustBe(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
        Map<String, Count> byHandoff = punctualities.byHandoff();
        long events = count("select count(*) from event");
        return new Statement(
                count("select count(*) from calendar_day"),
                events,
                count("select coalesce(sum(records), 0) from chain_link") - events,
                Punctualities.all(byHandoff),
                byHandoff,
                publications.now(),
                deadLetters.outstanding());
    }

    private long count(String query) {
        return jdbi.withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
    }
}
