package cn.liangxian.audit.objection;

import cn.liangxian.audit.PublicationHandoff.Ground;
import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.audit.PublicationHandoff.Outcome;
import cn.liangxian.audit.PublicationHandoff.PublicationAnswered;
import cn.liangxian.audit.objection.ObjectionState.Step;
import cn.liangxian.collection.CollectionHandoff.RosterCorrection;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.MalformedEvent;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Answers objections: rejected with the ground, taken back, or corrected by what tax provides anew. */
@ApplicationScoped
@Clause("yicheng-2024/四(五)-b")
public class AnsweringObjections {

    private final Objections objections;
    private final Outbox outbox;
    private final BusinessDay day;

    AnsweringObjections(Objections objections, Outbox outbox, BusinessDay day) {
        this.objections = objections;
        this.outbox = outbox;
        this.day = day;
    }

    /** In an open transaction; the township cannot settle it and asks tax. */
    Objection passOn(String id, String by) {
        return step(id, Step.PASSED_ON, null, by);
    }

    /** In an open transaction; {@link Problem} when it is another's to answer, or the ground does not answer what was objected to. */
    Objection reject(String id, Ground ground, Department department, String by) {
        Objection objection = objections.lock(id).orElseThrow();
        if (objection.state().waits() && !objection.waitsOn(department)) {
            throw new Problem(ObjectionProblem.WAITS_ON_OTHER, objection.state().text());
        }
        return step(id, Step.REJECTED, ground, by);
    }

    /** In an open transaction; the resident takes it back. */
    Objection takeBack(String id, String by) {
        return step(id, Step.TAKEN_BACK, null, by);
    }

    /** A corrected payment roster has come, in the transaction of its receipt. */
    public void corrected(String publicationId, RosterCorrection correction, Envelope cause) {
        Objection objection = objections
                .lock(correction.objectionId())
                .orElseThrow(() -> new MalformedEvent("no objection " + correction.objectionId(), null));
        ObjectionState next = objection.state().after(Step.CORRECTED);
        if (next == null) {
            throw new MalformedEvent("objection " + objection.objectionId() + " was corrected before", null);
        }
        LocalDate on = cause.businessDate();
        objections.enter(new Objections.Taken(
                objection.objectionId(),
                Step.CORRECTED,
                next,
                on,
                Department.TAX.name(),
                null,
                publicationId,
                correction.paymentId(),
                correction.refundId()));
        PublicationAnswered answered = new PublicationAnswered(
                objection.objectionId(),
                objection.publicationId(),
                objection.township(),
                Outcome.CORRECTED,
                null,
                publicationId,
                correction.paymentId(),
                correction.refundId(),
                on);
        outbox.handOverFollowing(List.of(new Outbox.Following(answered, cause)));
    }

    private Objection step(String id, Step step, Ground ground, String by) {
        Objection objection = objections.lock(id).orElseThrow();
        ObjectionState next = objection.state().after(step);
        if (next == null) {
            throw new Problem(ObjectionProblem.ANSWERED, objection.state().text());
        }
        if (step == Step.REJECTED
                && (ground == Ground.PUBLICATION_ORDERED) != (objection.kind() == ObjectionKind.AGAINST_PUBLICATION)) {
            throw new Problem(ObjectionProblem.GROUND_UNFIT, Text.value(objection.kind() + " / " + ground));
        }
        LocalDate today = day.today();
        objections.enter(new Objections.Taken(id, step, next, today, by, ground, null, null, null));
        if (!next.waits()) {
            outbox.handOver(new PublicationAnswered(
                    id,
                    objection.publicationId(),
                    objection.township(),
                    next.outcome(),
                    ground,
                    null,
                    null,
                    null,
                    today));
        }
        return objections.find(id).orElseThrow();
    }
}
