package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The refund cases and who did what about them. */
@ApplicationScoped
class RefundCases {

    private static final TypeReference<List<Document>> DOCUMENTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Policy policy;

    RefundCases(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** Who did a step. */
    record Actor(Department department, String name) {}

    /** @return false when a case for the payment is under way */
    boolean enter(RefundCase opened, Actor by) {
        return jdbi.withHandle(h -> h.createUpdate(
                                """
                                insert into refund_case (case_id, payment_id, person_key, insurance, fee_year, amount, reason,
                                    automatic, documents, village, requested_on, requested_by, state, waits_since)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .bind(0, UUID.fromString(opened.caseId()))
                        .bind(1, UUID.fromString(opened.paymentId()))
                        .bind(2, opened.personKey())
                        .bind(3, opened.insurance().name())
                        .bind(4, opened.feeYear())
                        .bind(5, opened.amount().amount())
                        .bind(6, opened.reason().name())
                        .bind(7, opened.automatic())
                        .bind(8, json(opened.documents()))
                        .bind(9, opened.village())
                        .bind(10, opened.requestedOn())
                        .bind(11, by.name())
                        .bind(12, opened.state().name())
                        .bind(13, opened.requestedOn())
                        .execute()
                == 1);
    }

    /**
     * Locked with its claim to the end of the transaction, the claim first, as by whoever takes money for it or hears of a
     * status; one outside of the area is not there.
     */
    RefundCase lock(UUID id, String area) {
        jdbi.useHandle(h -> h.execute(
                """
                select from claim where claim_no = (
                    select p.claim_no from refund_case join payment p using (payment_id) where case_id = ?) for update""",
                id));
        return at(id, area);
    }

    /** As it stands; one outside of the area is not there. */
    RefundCase at(UUID id, String area) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from refund_case where case_id = ? and starts_with(village, ?)")
                        .bind(0, id)
                        .bind(1, area)
                        .map(this::read)
                        .findOne()
                        .orElseThrow(() -> new Problem(RefundProblem.NO_CASE, null)));
    }

    /**
     * Notes in the cases of a locked claim that are under way that a status was told.
     *
     * @return false when none is under way
     */
    boolean noteStatusTold(Claim claim) {
        return jdbi.withHandle(h -> h.execute(
                        """
                        update refund_case c set status_told = true from payment p
                        where p.payment_id = c.payment_id and c.person_key = ? and p.claim_no = ?
                            and p.outcome = 'PAID' and c.state not in ('MADE', 'REFUSED')""",
                        claim.personKey(),
                        claim.number()))
                > 0;
    }

    /** Whether a status was told while it was under way. */
    boolean statusTold(RefundCase at) {
        return jdbi.withHandle(h -> h.createQuery("select status_told from refund_case where case_id = ?")
                .bind(0, UUID.fromString(at.caseId()))
                .mapTo(Boolean.class)
                .one());
    }

    /** One that the caller may read: of its area, and of an agency's own insurance. */
    RefundCase find(UUID id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from refund_case where case_id = :id and starts_with(village, :area)
                            and insurance = coalesce(:insurance, insurance)""")
                .bind("id", id)
                .bind("area", caller.area())
                .bind("insurance", own(caller.department()))
                .map(this::read)
                .findOne()
                .orElseThrow(() -> new Problem(RefundProblem.NO_CASE, null)));
    }

    /** The insurance whose refunds a department sees alone; null for one that sees all. */
    static Insurance own(Department department) {
        return switch (department) {
            case MEDICAL_INSURANCE -> Insurance.MEDICAL;
            case SOCIAL_INSURANCE -> Insurance.PENSION;
            default -> null;
        };
    }

    /** Those who requested it or took a step. */
    Set<String> hands(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select requested_by from refund_case where case_id = :id
                        union select by_whom from refund_step where case_id = :id""")
                .bind("id", id)
                .mapTo(String.class)
                .set());
    }

    /** Takes a step that the case's state knows, and says where the case stands then. */
    RefundCase step(RefundCase at, RefundState.Step step, Actor by, String note, boolean entitlement, LocalDate on) {
        RefundState next = RefundState.LIFE
                .next(at.state(), step)
                .orElseThrow(() -> new Problem(
                        RefundProblem.NOT_WAITING_FOR_THIS, at.state().stands()));
        UUID id = UUID.fromString(at.caseId());
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    update refund_case set state = ?, waits_since = ?, entitlement_recorded = ?, refused_because = ?
                    where case_id = ?""",
                    next.name(),
                    on,
                    entitlement,
                    next == RefundState.REFUSED ? note : null,
                    id);
            h.execute(
                    "insert into refund_step (case_id, step, department, by_whom, note, on_date) values (?, ?, ?, ?, ?, ?)",
                    id,
                    step.name(),
                    by.department().name(),
                    by.name(),
                    note,
                    on);
        });
        return at(id, "");
    }

    /** At most {@code limit}, the oldest first, after the case {@code beyond}. */
    List<RefundCase> list(RefundState state, Insurance insurance, String area, UUID beyond, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from refund_case where state = :state and village like :area || '%' and case_id > :beyond
                            and insurance = coalesce(:insurance, insurance) order by case_id limit :limit""")
                .bind("state", state.name())
                .bind("area", area)
                .bind("beyond", beyond)
                .bind("insurance", insurance == null ? null : insurance.name())
                .bind("limit", limit)
                .map(this::read)
                .list());
    }

    /** On whom a case in this state waits; null when on nobody any more. */
    Department waitsOn(RefundState state, Insurance insurance) {
        return state.waitsOn(insurance, policy);
    }

    /** By when the policy wants what the case waits for; none when it waits for nothing, or the policy sets no period. */
    Until waitsUntil(RefundState state, LocalDate since) {
        return state.waitsFor() == null ? Until.NONE : Until.of(policy, state.waitsFor(), since);
    }

    private RefundCase read(ResultSet row, StatementContext context) throws SQLException {
        Insurance insurance = Insurance.valueOf(row.getString("insurance"));
        RefundState state = RefundState.valueOf(row.getString("state"));
        LocalDate since = row.getObject("waits_since", LocalDate.class);
        Until until = waitsUntil(state, since);
        return new RefundCase(
                row.getString("case_id"),
                row.getString("payment_id"),
                row.getString("person_key"),
                insurance,
                row.getInt("fee_year"),
                Fen.of(row.getLong("amount")),
                RefundReason.valueOf(row.getString("reason")),
                row.getBoolean("automatic"),
                documents(row.getString("documents")),
                row.getString("village"),
                row.getObject("requested_on", LocalDate.class),
                state,
                state.waitsFor(),
                waitsOn(state, insurance),
                since,
                until.day(),
                until.assumed(),
                row.getBoolean("entitlement_recorded"),
                row.getString("refused_because"));
    }

    private static List<Document> documents(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, DOCUMENTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps documents as they were entered", e);
        }
    }

    private static String json(List<Document> documents) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(documents);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and digests can be written as JSON", e);
        }
    }
}
