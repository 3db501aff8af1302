package cn.liangxian.collection.paymentroster;

import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.collection.CollectionHandoff.RosterCorrection;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Corrects a payment roster because a resident rightly objected: a line is taken off, one is put on for a payment that was
 * overlooked, or both. The result is a new version; the old one stays as it was published.
 */
@ApplicationScoped
@Clause("yicheng-2024/四(五)-b")
class CorrectingPaymentRoster {

    private final Jdbi jdbi;
    private final PaymentRosters rosters;
    private final BusinessDay day;
    private final Policy policy;

    CorrectingPaymentRoster(Jdbi jdbi, PaymentRosters rosters, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.rosters = rosters;
        this.day = day;
        this.policy = policy;
    }

    private record Paid(UUID paymentId, long claimNo) {}

    /** In an open transaction; {@link Problem} when the correction does not fit the roster, and nothing is changed. */
    PaymentRoster correct(PaymentRoster roster, PaymentRosterResource.Correction asked) {
        jdbi.useHandle(h -> h.execute("select pg_advisory_xact_lock(82, 3)"));
        mustBeLatest(roster);
        mustBeCorrectable(roster, asked.objectionId());
        if (asked.withdraw() == null && asked.add() == null) {
            throw new Problem(PaymentRosterProblem.NOTHING_CORRECTED, null);
        }
        int version = roster.version() + 1;
        if (asked.withdraw() != null) {
            withdraw(roster, asked.withdraw(), asked.refundId(), version);
        } else if (asked.refundId() != null) {
            throw new Problem(PaymentRosterProblem.REFUND_OF_ANOTHER, new Text("未撤下任何一行", "no line is taken off"));
        }
        UUID payment = null;
        Integer number = null;
        if (asked.add() != null) {
            Paid paid = paid(roster, asked.add());
            payment = paid.paymentId();
            number = add(roster, paid.claimNo(), version);
        }
        return rosters.seal(
                roster.township(),
                roster.feeYear(),
                day.today(),
                roster,
                new RosterCorrection(
                        asked.objectionId(),
                        asked.withdraw(),
                        number,
                        payment == null ? null : payment.toString(),
                        asked.refundId() == null ? null : asked.refundId().toString()));
    }

    private void mustBeLatest(PaymentRoster roster) {
        PaymentRoster latest =
                rosters.latest(roster.township(), roster.feeYear()).orElseThrow();
        if (latest.version() != roster.version()) {
            throw new Problem(
                    PaymentRosterProblem.REPLACED,
                    new Text("最新版本为" + latest.paymentRosterId(), "the latest is " + latest.paymentRosterId()));
        }
    }

    private void mustBeCorrectable(PaymentRoster roster, String objectionId) {
        String kind = jdbi.withHandle(
                h -> h.createQuery("select kind from publication_objection where objection_id = ? and township = ?")
                        .bind(0, objectionId)
                        .bind(1, roster.township())
                        .mapTo(String.class)
                        .findOne()
                        .orElseThrow(() -> new Problem(PaymentRosterProblem.OBJECTION_UNKNOWN, null)));
        if (ObjectionKind.valueOf(kind) == ObjectionKind.AGAINST_PUBLICATION) {
            throw new Problem(PaymentRosterProblem.PUBLICATION_ORDERED, null);
        }
        boolean corrected = exists("select exists (select from payment_roster where objection_id = ?)", objectionId);
        if (corrected) {
            throw new Problem(PaymentRosterProblem.OBJECTION_CORRECTED, null);
        }
    }

    private void withdraw(PaymentRoster roster, int number, UUID refund, int version) {
        Long claim = jdbi.withHandle(h -> h.createQuery(
                        """
                        select claim_no from payment_roster_line l
                        where township = ? and fee_year = ? and number = ? and not exists (
                            select from payment_roster_withdrawal w
                            where w.township = l.township and w.fee_year = l.fee_year and w.number = l.number)""")
                .bind(0, roster.township())
                .bind(1, roster.feeYear())
                .bind(2, number)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new Problem(
                        PaymentRosterProblem.NO_SUCH_LINE, new Text("第" + number + "行", "line " + number))));
        if (refund != null
                && !exists(
                        "select exists (select from refund r join payment p using (payment_id)"
                                + " where r.refund_id = ? and p.claim_no = ?)",
                        refund,
                        claim)) {
            throw new Problem(PaymentRosterProblem.REFUND_OF_ANOTHER, null);
        }
        jdbi.useHandle(h -> h.execute(
                "insert into payment_roster_withdrawal values (?, ?, ?, ?)",
                roster.township(),
                roster.feeYear(),
                number,
                version));
    }

    /** The payment of the receipt, if the claim for which it was made was complete by the end of the campaign. */
    private Paid paid(PaymentRoster roster, PaymentRosterResource.Receipt receipt) {
        Paid paid = jdbi.withHandle(h -> h.createQuery(
                        """
                        select payment_id, claim_no from payment
                        where channel = ? and voucher = ? and township = ? and fee_year = ? and outcome = 'PAID'""")
                .bind(0, receipt.channel())
                .bind(1, receipt.voucher())
                .bind(2, roster.township())
                .bind(3, roster.feeYear())
                .map((row, context) -> new Paid(row.getObject(1, UUID.class), row.getLong(2)))
                .findOne()
                .orElseThrow(() -> new Problem(PaymentRosterProblem.PAYMENT_UNKNOWN, null)));
        if (!exists(
                """
                select exists (select from claim c where c.claim_no = ? and c.state = 'PAID' and not exists (
                    select from payment p where p.claim_no = c.claim_no and p.outcome = 'PAID'
                        and coalesce(p.debited_on, p.paid_on) > ?))""",
                paid.claimNo(),
                policy.campaign().end())) {
            throw new Problem(
                    PaymentRosterProblem.NOT_PAID_IN_CAMPAIGN,
                    new Text(
                            "集中征缴期至" + policy.campaign().end() + "止",
                            "it ended on " + policy.campaign().end()));
        }
        return paid;
    }

    private int add(PaymentRoster roster, long claim, int version) {
        if (exists(
                """
                select exists (select from payment_roster_line l where l.claim_no = ? and not exists (
                    select from payment_roster_withdrawal w
                    where w.township = l.township and w.fee_year = l.fee_year and w.number = l.number))""",
                claim)) {
            throw new Problem(PaymentRosterProblem.LISTED_ALREADY, null);
        }
        int number = roster.lastNumber() + 1;
        jdbi.useHandle(h -> h.execute(
                "insert into payment_roster_line values (?, ?, ?, ?, ?)",
                roster.township(),
                roster.feeYear(),
                number,
                claim,
                version));
        return number;
    }

    private boolean exists(String query, Object... bound) {
        return jdbi.withHandle(h -> {
            var asked = h.createQuery(query);
            for (int i = 0; i < bound.length; i++) {
                asked.bind(i, bound[i]);
            }
            return asked.mapTo(Boolean.class).one();
        });
    }
}
