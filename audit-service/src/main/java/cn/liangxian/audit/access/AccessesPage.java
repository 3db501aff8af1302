package cn.liangxian.audit.access;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.collection.CashHandoff.CashPaperSeen;
import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.PersonalDataTerms;
import cn.liangxian.policy.PersonalDataTerms.Duty;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/**
 * Who looked at personal data 信息查阅: a department that provided them sees the looks at its own, a township those at its cash
 * papers, whoever watches over all sees all; the latest first. Over them what the notice lets such data be used for.
 */
@Path("/desk/accesses")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AccessesPage {

    private static final int ROWS = 100;
    private static final List<Department> PROVIDERS =
            Arrays.asList(Handoff.termsOf(PersonalDataAccessed.class).to());
    /** Each of the two from the end of its topic, so that neither looks through all events. */
    private static final String LOOKS =
            """
            select seq, topic, json::text from (
                (select seq, topic, payload_json(payload) as json from event
                 where :accesses and topic = :accessed and seq < :before and payload_json(payload) is not null
                     and (:provider::text is null or jsonb_exists(payload_json(payload) -> 'providers', :provider))
                 order by seq desc limit :limit)
                union all
                (select seq, topic, payload_json(payload) from event
                 where :papers and topic = :seen and seq < :before and payload_json(payload) is not null
                     and starts_with(payload_json(payload) ->> 'township', :area)
                 order by seq desc limit :limit)) looks
            order by seq desc limit :limit""";

    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final Jdbi jdbi;

    AccessesPage(Desk desk, Caller caller, Policy policy, Jdbi jdbi) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.jdbi = jdbi;
    }

    /** One look; {@code seq} is its place in the index, {@code duty} empty where the county binds nobody to duties. */
    public record Row(
            long seq,
            String on,
            String reader,
            String area,
            String duty,
            String purpose,
            String person,
            String providers) {}

    /** A statutory duty with who has it. */
    public record Line(String duty, String departments, String clause, boolean assumed) {}

    /** An access, or a look at a paper of the cash ledger; the other is null. */
    private record Look(long seq, PersonalDataAccessed access, CashPaperSeen paper) {}

    /** @param before the place in the index to go on from, backwards */
    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("before") @DefaultValue("9223372036854775807") long before) {
        TemplateInstance page = desk.page("audit/accesses", AuditPages.ACCESSES);
        if (caller.department() != Department.TOWNSHIP) {
            caller.mustCoverCounty();
        }
        List<Look> found = looks(before);
        boolean more = found.size() > ROWS;
        List<Row> rows = found.stream().limit(ROWS).map(this::row).toList();
        List<Duty> duties = policy.personalData().map(PersonalDataTerms::duties).orElse(List.of());
        return page.data("duties", duties.stream().map(this::line).toList())
                .data("rows", rows)
                .data("next", more ? rows.get(ROWS - 1).seq() : null);
    }

    private List<Look> looks(long before) {
        Department department = caller.department();
        boolean provides = PROVIDERS.contains(department);
        return jdbi.withHandle(h -> h.createQuery(LOOKS)
                .bind("accesses", department != Department.TOWNSHIP)
                .bind("accessed", PersonalDataAccessed.TOPIC)
                .bind("provider", provides ? department.name() : null)
                .bind("papers", !provides)
                .bind("seen", CashPaperSeen.TOPIC)
                .bind("area", caller.area())
                .bind("before", before)
                .bind("limit", ROWS + 1)
                .map((row, context) -> row.getString(2).equals(CashPaperSeen.TOPIC)
                        ? new Look(row.getLong(1), null, read(row.getString(3), CashPaperSeen.class))
                        : new Look(row.getLong(1), read(row.getString(3), PersonalDataAccessed.class), null))
                .list());
    }

    private Row row(Look look) {
        return look.access() == null ? row(look.seq(), look.paper()) : row(look.seq(), look.access());
    }

    private Row row(long seq, PersonalDataAccessed access) {
        return new Row(
                seq,
                access.accessedOn().toString(),
                desk.named(access.reader()),
                desk.place(access.area()),
                access.duty() == null ? "" : duty(access),
                access.purpose(),
                access.personKey(),
                named(access.providers()));
    }

    private Row row(long seq, CashPaperSeen paper) {
        return new Row(
                seq,
                paper.seenOn().toString(),
                desk.named(paper.reader()),
                desk.place(paper.area()),
                "",
                desk.word(paper.personKey() == null ? "cashLedgerSeen" : "cashMarksSeen"),
                paper.personKey() == null ? "" : paper.personKey(),
                desk.place(paper.township()));
    }

    private Line line(Duty duty) {
        return new Line(
                name(duty),
                named(duty.departments()),
                duty.clause().substring(duty.clause().indexOf('/') + 1),
                duty.assumed());
    }

    /** Its code when the policy in force does not know it any more. */
    private String duty(PersonalDataAccessed access) {
        return policy.personalData()
                .flatMap(terms -> terms.duty(access.duty(), access.reader()))
                .map(this::name)
                .orElse(access.duty());
    }

    private String name(Duty duty) {
        return desk.language().of(duty.zh(), duty.en());
    }

    private String named(List<Department> departments) {
        return departments.stream().map(desk::named).collect(Collectors.joining(desk.word("and")));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return HandoffJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an access in the index cannot be read", e);
        }
    }
}
