package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.ZeroConfirmed;
import cn.liangxian.audit.PublicationHandoff.PublicationEvidenced;
import cn.liangxian.collection.AgreementHandoff.AgreementsUrged;
import cn.liangxian.collection.CashHandoff.CashReturned;
import cn.liangxian.collection.CashHandoff.CashSettled;
import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.collection.CollectorHandoff.AbsentResidentsListed;
import cn.liangxian.collection.CollectorHandoff.AbsentResidentsNotified;
import cn.liangxian.collection.DebitHandoff.AgreementsMissing;
import cn.liangxian.collection.DebitHandoff.DebitAnswered;
import cn.liangxian.collection.DebitHandoff.DebitReversed;
import cn.liangxian.collection.DebitHandoff.DebitStopped;
import cn.liangxian.collection.RefundHandoff.RefundChecked;
import cn.liangxian.collection.RefundHandoff.RefundDecided;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.EnrollmentHandoff.ImportRejected;
import cn.liangxian.enrollment.EnrollmentHandoff.SpecialGroupListed;
import cn.liangxian.enrollment.ScreeningHandoff.DoubtDecided;
import cn.liangxian.enrollment.ScreeningHandoff.IdentitiesScreened;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryDayReceived;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsAppropriated;
import cn.liangxian.subsidy.SubsidyHandoff.FundsPaidIn;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.SweepHandoff.FundsSwept;
import java.util.List;
import java.util.Map;

/** What a handoff is worth for a deadline: not everything that was sent was delivered. */
final class Effect {

    static final String CONFIRMED_ZERO = "CONFIRMED_ZERO";
    /** The fields in which handoffs say how many people they are about, or list them; a line of a roster stands for one. */
    private static final List<String> HEADS =
            List.of("people", "heads", "residents", "acceptedCount", "lines", "claims", "students", "suspects");
    /** The fields of what is about one: a person, a row of a list, a line of a publication, whoever enquires. */
    private static final List<String> ONE = List.of("personKey", "row", "line", "enquiryId");

    /**
     * What ends what is owed as well as what is expected does: cash that went back is cleared, too (日清日结), and the last line
     * of a batch may be one that the bank stopped or gave back.
     */
    static final Map<Class<? extends Handoff>, List<Class<? extends Handoff>>> INSTEAD = Map.of(
            CashSettled.class, List.of(CashReturned.class),
            DebitAnswered.class, List.of(DebitStopped.class, DebitReversed.class));

    private Effect() {}

    /** Whether it does what was expected, so that its obligation is met. */
    static boolean fulfils(Handoff handoff) {
        if (handoff instanceof SpecialGroupListed list) {
            // a partial or rejected list is not applied: the sender still owes it
            return list.grade() == Grade.ACCEPTED || list.grade() == Grade.ACCEPTED_WITH_ERRORS;
        }
        if (handoff instanceof FundsAppropriated appropriated) {
            // yicheng-2024/五(五)-a: 按时足额, on time and in full
            return appropriated.shortfall().isZero();
        }
        if (handoff instanceof AgreementsUrged urged) {
            // whoever neither signed nor was urged is still owed
            return urged.left() == 0;
        }
        if (handoff instanceof DebitAnswered answered) {
            // an answer may come in parts: the bank owes what became of every line
            return answered.open() == 0;
        }
        if (handoff instanceof DebitStopped stopped) {
            return stopped.open() == 0;
        }
        if (handoff instanceof DebitReversed reversed) {
            return reversed.open() == 0;
        }
        if (handoff instanceof FundsSwept swept) {
            // what is left of the month is still owed
            return !swept.left().isPositive();
        }
        if (handoff instanceof AbsentResidentsNotified notified) {
            // whoever still owes and was not told is still to be told
            return notified.left() == null ? notified.told() >= notified.listed() : notified.left() == 0;
        }
        return true;
    }

    /** By which word a policy tells handoffs of one topic apart, where it asks for some of them only; null where by none. */
    static String kind(Handoff handoff) {
        if (handoff instanceof FundsApplied applied) {
            return applied.purpose().name();
        }
        return handoff instanceof RedListIssued listed ? listed.brokenLink().name() : null;
    }

    /** Whether it makes the other handoff fall due. */
    static boolean starts(Handoff trigger, Class<? extends Handoff> expected, Known known) {
        if (trigger instanceof SpecialGroupListed list) {
            return fulfils(list) && (expected != ImportRejected.class || list.acceptedCount() < list.receivedCount());
        }
        if (trigger instanceof AgreementsMissing missing) {
            return missing.people() > 0;
        }
        if (trigger instanceof IdentitiesScreened screened) {
            return doubts(screened) > 0;
        }
        if (trigger instanceof AbsentResidentsListed listed) {
            return listed.residents() > 0;
        }
        if (trigger instanceof RosterReceived received) {
            return received.accepted();
        }
        if (trigger instanceof RefundChecked checked) {
            return checked.agreed();
        }
        if (trigger instanceof RefundDecided decided) {
            return decided.approved();
        }
        if (trigger instanceof DayBalanced balanced && expected == PaymentDetailsPassed.class) {
            // nobody's claim was completed on that day: there is nothing to pass
            return known.claimsSettled(balanced.date(), balanced.insurance()) > 0;
        }
        if (trigger instanceof FundsAppropriated appropriated) {
            boolean proxy = appropriated.purpose() == Purpose.PROXY;
            return appropriated.amount().isPositive()
                    && (expected != ProxyPaid.class
                            || proxy && !Integer.valueOf(0).equals(appropriated.heads()))
                    && (expected != FundsPaidIn.class || !proxy);
        }
        return true;
    }

    /** How many parts the other handoff has to come in. */
    static int parts(Handoff trigger, Class<? extends Handoff> expected) {
        if (trigger instanceof FundsAppropriated appropriated && expected == ProxyPaid.class) {
            return appropriated.heads() == null ? 1 : appropriated.heads();
        }
        if (trigger instanceof IdentitiesScreened screened && expected == DoubtDecided.class) {
            return doubts(screened);
        }
        boolean each = trigger instanceof PaymentDetailsPassed && expected == EntitlementRecorded.class;
        return each ? Math.max(1, ((PaymentDetailsPassed) trigger).claims().size()) : 1;
    }

    private static int doubts(IdentitiesScreened screened) {
        return screened.doubts().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Which part it is; empty where one handoff is the whole. */
    static String part(Handoff handoff) {
        if (handoff instanceof PublicationEvidenced evidenced) {
            // two pictures of one way are one way, and so are two of which nobody said the way
            return evidenced.way() == null ? "UNSAID" : evidenced.way().name();
        }
        if (handoff instanceof FundsSwept swept) {
            return swept.money().name();
        }
        if (handoff instanceof ProxyPaid paid && paid.appropriationId() != null) {
            // a sum is paid out when everybody whom it pays for was paid for
            return paid.proxyId();
        }
        if (handoff instanceof DoubtDecided decided) {
            return decided.doubtId();
        }
        return handoff instanceof EntitlementRecorded entitled ? entitled.personKey() : "";
    }

    /** How many residents it is about: as it says, or whose claims were settled on its day; 0 where nothing tells. */
    static int residents(Handoff handoff, Known known) {
        if (handoff instanceof TreasuryDayReceived received) {
            return known.claimsSettled(received.date(), received.insurance());
        }
        if (handoff instanceof DayBalanced balanced) {
            return known.claimsSettled(balanced.date(), balanced.insurance());
        }
        for (String field : HEADS) {
            Integer heads = Components.count(handoff, field);
            if (heads != null) {
                return heads;
            }
        }
        return ONE.stream().anyMatch(field -> Components.text(handoff, field) != null) ? 1 : 0;
    }

    static String manner(Handoff handoff) {
        if (handoff instanceof SpecialGroupListed list) {
            if (list.confirmedZero()) {
                return CONFIRMED_ZERO;
            }
            return list.grade() == Grade.ACCEPTED_WITH_ERRORS ? "REPORTED_WITH_ERRORS" : "REPORTED";
        }
        boolean zero = handoff instanceof ZeroConfirmed
                || handoff instanceof AbsentResidentsListed listed && listed.residents() == 0;
        return zero ? CONFIRMED_ZERO : "REPORTED";
    }
}
