package cn.liangxian.audit.objection;

import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.audit.PublicationHandoff.PublicationObjected;
import cn.liangxian.audit.publication.Publications.Publication;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** 接受缴费人的监督: while a list is published, whoever is concerned may object to a line of it, or to one that is missing. */
@ApplicationScoped
@Clause("yicheng-2024/四(五)-b")
class TakingObjection {

    private final Objections objections;
    private final Outbox outbox;
    private final BusinessDay day;

    TakingObjection(Objections objections, Outbox outbox, BusinessDay day) {
        this.objections = objections;
        this.outbox = outbox;
        this.day = day;
    }

    /** In an open transaction; {@link Problem} outside the stage or when it does not say what is wrong. */
    Objection take(Publication publication, ObjectionsResource.Complaint complaint, String by) {
        LocalDate today = day.today();
        if (today.isBefore(publication.from()) || today.isAfter(publication.until())) {
            throw new Problem(
                    ObjectionProblem.NOT_PUBLISHED_NOW, Text.between(publication.from(), publication.until()));
        }
        if (publication.replacedBy() != null) {
            throw new Problem(ObjectionProblem.REPLACED, Text.value(publication.replacedBy()));
        }
        mustSayWhat(complaint, publication);
        boolean missing = complaint.kind() == ObjectionKind.PAID_NOT_LISTED;
        PublicationObjected objected = new PublicationObjected(
                Uuid7.next().toString(),
                publication.publicationId(),
                publication.township(),
                complaint.kind(),
                missing ? null : complaint.line(),
                missing ? complaint.channel() : null,
                missing ? complaint.voucher() : null,
                today);
        objections.enter(objected, by);
        outbox.handOver(objected);
        return objections.find(objected.objectionId()).orElseThrow();
    }

    private static void mustSayWhat(ObjectionsResource.Complaint complaint, Publication publication) {
        if (complaint.kind() == ObjectionKind.PAID_NOT_LISTED) {
            if (complaint.channel() == null || complaint.voucher() == null) {
                throw new Problem(ObjectionProblem.RECEIPT_MISSING, null);
            }
        } else if (complaint.line() == null) {
            throw new Problem(ObjectionProblem.LINE_MISSING, null);
        } else if (complaint.line() < 1 || complaint.line() > publication.lastNumber()) {
            throw new Problem(
                    ObjectionProblem.NO_SUCH_LINE,
                    new Text("序号至" + publication.lastNumber() + "止", "numbers go up to " + publication.lastNumber()));
        }
    }
}
