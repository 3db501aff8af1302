package cn.liangxian.collection.specialcase;

import cn.liangxian.collection.claim.Claims;
import cn.liangxian.enrollment.SpecialCaseHandoff.AssessmentMade;
import cn.liangxian.handoff.SealedIdentity;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes the assessments in. One for the fee year of the policy releases the claim of the roster, whichever of them comes
 * first; one for an earlier year, of which no roster tells, is a claim itself: a roster of one line, with the amount that
 * the agency assessed.
 */
@ApplicationScoped
class ReceivingAssessments {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Policy policy;
    private final SealedIdentity seal;

    ReceivingAssessments(Inbox inbox, Jdbi jdbi, Policy policy, SealedIdentity seal) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.policy = policy;
        this.seal = seal;
    }

    @Incoming(AssessmentMade.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, AssessmentMade.class, this::receive);
    }

    private void receive(Received<AssessmentMade> received) {
        AssessmentMade made = received.handoff();
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into special_case values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    made.assessmentId(),
                    made.personKey(),
                    made.insurance().name(),
                    made.feeYear(),
                    made.kind(),
                    made.positive(),
                    made.amount().amount(),
                    made.validUntil(),
                    made.clause(),
                    made.assessedOn());
            if (made.positive() && made.feeYear() != policy.feeYear() && !claimed(h, made)) {
                open(h, made);
            }
        });
    }

    /** The year was assessed before and is a claim already, paid or not. */
    private static boolean claimed(Handle h, AssessmentMade made) {
        return h.createQuery(
                        """
                        select exists (select from claim c join roster r using (roster_no) where r.state = 'ACCEPTED'
                            and c.person_key = ? and c.insurance = ? and c.fee_year = ?)""")
                .bind(0, made.personKey())
                .bind(1, made.insurance().name())
                .bind(2, made.feeYear())
                .mapTo(Boolean.class)
                .one();
    }

    private void open(Handle h, AssessmentMade made) {
        h.execute("select pg_advisory_xact_lock(82, 2)");
        SealedIdentity.Identity identity = seal.open(made.sealedIdentity());
        long due = made.amount().amount();
        int roster = h.createUpdate(
                        """
                        insert into roster (roster_id, state, lines_in, total_in, kinds, insurance, fee_year, area, lines,
                            total, decided_on, accepted_order)
                        values (?, 'ACCEPTED', 1, ?, ?, ?, ?, ?, 1, ?, ?, nextval('roster_acceptance'))""")
                .bind(0, "assessment/" + made.assessmentId())
                .bind(1, due)
                .bind(2, made.insurance() + "/" + made.feeYear())
                .bind(3, made.insurance().name())
                .bind(4, made.feeYear())
                .bind(5, made.village())
                .bind(6, due)
                .bind(7, made.assessedOn())
                .executeAndReturnGeneratedKeys("roster_no")
                .mapTo(Integer.class)
                .one();
        h.execute(
                """
                insert into claim (claim_no, roster_no, person_key, id_number, name, township, village, insurance,
                    fee_year, birth, sex, statuses, roster_due, due)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)""",
                Claims.firstOf(roster) + 1,
                roster,
                made.personKey(),
                identity.idNumber(),
                identity.name(),
                made.township(),
                made.village(),
                made.insurance().name(),
                made.feeYear(),
                made.birth(),
                made.sex().name(),
                due,
                due);
        Claims.count(h, roster);
    }
}
