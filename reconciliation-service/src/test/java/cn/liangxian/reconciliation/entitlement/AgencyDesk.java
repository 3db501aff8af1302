package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.Received;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The agencies' side of a test. */
@ApplicationScoped
public class AgencyDesk {

    private final RecordingEntitlement recording;
    private final CorrectingEntitlement correcting;
    private final Jdbi jdbi;

    AgencyDesk(RecordingEntitlement recording, CorrectingEntitlement correcting, Jdbi jdbi) {
        this.recording = recording;
        this.correcting = correcting;
        this.jdbi = jdbi;
    }

    /** The details that the person's claim was passed with last. */
    public String detailsOf(String person, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                                select details_id::text from details_claim where person_key = ? and insurance = ?
                                order by payments desc limit 1""")
                .bind(0, person)
                .bind(1, insurance)
                .mapTo(String.class)
                .one());
    }

    /** What it entitles the person to now, in fen. */
    public long entitledTo(String person, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery("select paid from entitled where person_key = ? and insurance = ?")
                .bind(0, person)
                .bind(1, insurance)
                .mapTo(Long.class)
                .one());
    }

    /** Corrects what it had booked for money that went back. */
    public void corrects(EntitlementToCorrect told) {
        QuarkusTransaction.requiringNew().run(() -> correcting.keep(new Received<>(told, null)));
        QuarkusTransaction.requiringNew().run(() -> correcting.correct(told.caseId(), told.insurance(), "clerk"));
    }

    public Booking.Taken books(Insurance insurance, String detailsId, String... persons) {
        return QuarkusTransaction.requiringNew()
                .call(() -> recording.record(new Booking(detailsId, List.of(persons)), insurance));
    }
}
