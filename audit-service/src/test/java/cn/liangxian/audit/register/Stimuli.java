package cn.liangxian.audit.register;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.PayableRosterIssued;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentRosterProvided;
import cn.liangxian.collection.CollectionHandoff.RosterCorrection;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.enrollment.EnrollmentHandoff.SpecialGroupListed;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.Received;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaidClaim;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryDayReceived;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsAppropriated;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Made-up handoffs for tests of the register. */
public final class Stimuli {

    public static final String TOWNSHIP = "370404001";
    private static int ids;

    private Stimuli() {}

    /** The handoff as it was received, having happened on the business date. */
    public static Received<Handoff> on(String date, Handoff handoff) {
        String id = String.format("event-%05d", ++ids);
        String topic = Handoff.termsOf(handoff.getClass()).topic();
        return new Received<>(
                handoff,
                new Envelope(
                        id,
                        "/" + topic.substring(0, topic.indexOf('-')),
                        topic,
                        handoff.subject(),
                        Instant.parse("2026-01-01T00:00:00.123456789Z"),
                        LocalDate.parse(date),
                        "chain-" + id,
                        null));
    }

    public static SpecialGroupListed list(Department department, String category, String area, Grade grade) {
        int rows = grade == Grade.PARTIAL ? 2 : 3;
        int accepted = grade == Grade.ACCEPTED ? 3 : grade == Grade.ACCEPTED_WITH_ERRORS ? 2 : 0;
        return new SpecialGroupListed(
                "list-" + department + category + area + grade,
                department,
                category,
                area,
                3,
                rows,
                accepted,
                "digest",
                "signer",
                true,
                "electronic",
                grade,
                false);
    }

    public static SpecialGroupListed nobody(Department department, String category, String area) {
        return new SpecialGroupListed(
                "zero-" + department + category + area,
                department,
                category,
                area,
                0,
                0,
                0,
                "digest",
                "signer",
                true,
                "electronic",
                Grade.ACCEPTED,
                true);
    }

    public static RosterDelivered roster(Insurance insurance) {
        return new RosterDelivered(
                "roster-" + insurance, insurance, 2024, "370404", 1, 10, Fen.ofYuan(3800), "digest", "seal");
    }

    public static PayableRosterIssued payable(String township) {
        return new PayableRosterIssued(
                "payable-" + township,
                township,
                2024,
                10,
                Fen.ofYuan(3800),
                "digest",
                List.of(Department.TAX, Department.SOCIAL_INSURANCE));
    }

    public static TreasuryDayReceived treasuryDay(String date, Insurance insurance) {
        return new TreasuryDayReceived(LocalDate.parse(date), 1, insurance, "account", 1, Fen.ofYuan(380), "digest");
    }

    public static DayBalanced balanced(String date, Insurance insurance, Fen treasury) {
        return new DayBalanced(LocalDate.parse(date), 1, insurance, "account", treasury, treasury, List.of());
    }

    public static PaymentDetailsPassed details(String id, String date, Insurance insurance, String... people) {
        List<PaidClaim> claims = new ArrayList<>();
        for (String person : people) {
            claims.add(new PaidClaim(person, TOWNSHIP, Fen.ofYuan(380), LocalDate.parse(date)));
        }
        return new PaymentDetailsPassed(
                id, LocalDate.parse(date), insurance, 2024, Fen.ofYuan(380L * people.length), claims);
    }

    public static FundsApplied applied(String id, int heads) {
        return new FundsApplied(
                id,
                Purpose.PROXY,
                Insurance.MEDICAL,
                2024,
                "DISTRICT_FINANCE",
                heads,
                Fen.ofYuan(380L * heads),
                LocalDate.of(2023, 12, 22),
                true);
    }

    public static FundsAppropriated appropriated(String id) {
        return new FundsAppropriated(
                id, Purpose.PROXY, Insurance.MEDICAL, Fen.ofYuan(380), Fen.ZERO, LocalDate.of(2024, 1, 10));
    }

    public static EntitlementRecorded entitled(String person, Insurance insurance, String details, String date) {
        return new EntitlementRecorded(
                person,
                insurance,
                2024,
                Fen.ofYuan(380),
                details,
                LocalDate.parse("2024-01-01"),
                LocalDate.parse(date),
                true);
    }

    /** A payment roster for publication with nine lines; an objection's correction makes it a later version. */
    public static PaymentRosterProvided provided(String id, String township, int version, RosterCorrection correction) {
        String before = version == 1 ? null : id.substring(0, id.length() - 1) + (version - 1);
        return new PaymentRosterProvided(id, township, 2024, version, before, 5, 9, 9, "digest", correction);
    }

    /** A payment that brings what was paid in all to the given sum. */
    public static ContributionPaid paid(String person, Insurance insurance, Fen paidInAll, Fen due) {
        return paidOn("2023-12-20", person, insurance, paidInAll, due);
    }

    public static ContributionPaid paidOn(String date, String person, Insurance insurance, Fen paidInAll, Fen due) {
        return new ContributionPaid(
                "payment-" + person + insurance + paidInAll.amount(),
                person,
                insurance,
                2024,
                paidInAll,
                due,
                paidInAll,
                due,
                Payer.SELF,
                null,
                "WECHAT",
                "voucher-" + person + insurance,
                TOWNSHIP,
                TOWNSHIP + "001",
                LocalDate.parse(date));
    }

    /** A resident's own payment of all that is due: {@code payment-NAME} of {@code person-NAME}. */
    public static ContributionPaid inFull(
            String name, Insurance insurance, long yuan, String channel, String township, String date) {
        Fen amount = Fen.ofYuan(yuan);
        return new ContributionPaid(
                "payment-" + name,
                "person-" + name,
                insurance,
                2024,
                amount,
                amount,
                amount,
                amount,
                Payer.SELF,
                null,
                channel,
                "voucher-" + name,
                township,
                township + "001",
                LocalDate.parse(date));
    }
}
