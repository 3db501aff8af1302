package cn.liangxian.audit.index;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementCorrected;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListResolved;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a person stood at the end of a day, folded from the handoffs about the person and from nothing else: first what the
 * rosters say, then what changed it.
 */
final class PersonState {

    private final Map<Insurance, Insured> insurances = new EnumMap<>(Insurance.class);
    private final List<Status> statuses = new ArrayList<>();

    private PersonState() {}

    /** Standing in one insurance; {@code due} null until a roster or a payment says it, the others null where there is none. */
    static final class Insured {
        private LocalDate registeredFrom;
        private Fen due;
        private Fen paid = Fen.ZERO;
        private Fen refunded = Fen.ZERO;
        private final List<String> payers = new ArrayList<>();
        private LocalDate entitledFrom;
        private LocalDate redSince;

        LocalDate registeredFrom() {
            return registeredFrom;
        }

        Fen due() {
            return due;
        }

        Fen paid() {
            return paid;
        }

        Fen refunded() {
            return refunded;
        }

        /** Who paid, in the order of payment. */
        List<String> payers() {
            return List.copyOf(payers);
        }

        LocalDate entitledFrom() {
            return entitledFrom;
        }

        LocalDate redSince() {
            return redSince;
        }
    }

    /** @param lines of the rosters that hold on the day */
    static PersonState of(List<RosterLine> lines, List<EventsResource.Event> events) {
        PersonState state = new PersonState();
        lines.forEach(state::listed);
        events.forEach(state::take);
        return state;
    }

    Map<Insurance, Insured> insurances() {
        return insurances;
    }

    /** Statuses that a roster names or that were handed over as changes, and that hold on the day. */
    List<Status> statuses(LocalDate on) {
        return statuses.stream()
                .filter(status -> !status.from().isAfter(on)
                        && (status.until() == null || !status.until().isBefore(on)))
                .toList();
    }

    private void take(EventsResource.Event event) {
        switch (event.topic()) {
            case IdentityChanged.TOPIC ->
                status(read(event, IdentityChanged.class).status());
            case PersonRegistered.TOPIC -> registered(read(event, PersonRegistered.class));
            case ContributionPaid.TOPIC -> paid(read(event, ContributionPaid.class));
            case RefundListed.TOPIC -> refunded(read(event, RefundListed.class));
            case EntitlementRecorded.TOPIC -> {
                EntitlementRecorded recorded = read(event, EntitlementRecorded.class);
                of(recorded.insurance()).entitledFrom = recorded.benefitFrom();
            }
            case EntitlementCorrected.TOPIC -> corrected(read(event, EntitlementCorrected.class));
            case RedListIssued.TOPIC -> {
                RedListIssued issued = read(event, RedListIssued.class);
                of(issued.insurance()).redSince = issued.since();
            }
            case RedListResolved.TOPIC -> of(read(event, RedListResolved.class).insurance()).redSince = null;
            default -> {
                // told in the course below the state; it does not change it
            }
        }
    }

    private void listed(RosterLine line) {
        of(line.insurance()).due = line.due();
        line.statuses().forEach(this::status);
    }

    private void registered(PersonRegistered registered) {
        of(registered.insurance()).registeredFrom = registered.firstMonth();
    }

    private void paid(ContributionPaid payment) {
        Insured insured = of(payment.insurance());
        insured.due = payment.due();
        insured.paid = payment.paidInAll();
        insured.payers.add(payment.payer().name());
    }

    private void refunded(RefundListed refund) {
        Insured insured = of(refund.insurance());
        insured.refunded = insured.refunded.plus(refund.amount());
        if (refund.paidInAll() != null) {
            insured.paid = refund.paidInAll();
        }
    }

    /** What is no longer paid in full entitles no more. */
    private void corrected(EntitlementCorrected correction) {
        Insured insured = of(correction.insurance());
        if (insured.due == null || correction.paidInAll().compareTo(insured.due) < 0) {
            insured.entitledFrom = null;
        }
    }

    private void status(Status status) {
        statuses.removeIf(known ->
                known.category().equals(status.category()) && known.from().equals(status.from()));
        statuses.add(status);
    }

    private Insured of(Insurance insurance) {
        return insurances.computeIfAbsent(insurance, key -> new Insured());
    }

    private static <T> T read(EventsResource.Event event, Class<T> type) {
        try {
            return HandoffJson.MAPPER.readValue(event.payload(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + event.id() + " is no " + type.getSimpleName(), e);
        }
    }
}
