package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.InForce;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A list is uploaded by one person and committed by another; until then it is with nobody but its department. */
@ApplicationScoped
class DraftingList {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final InForce force;
    private final PreviewingList previewing;
    private final SubmittingList submitting;

    DraftingList(Jdbi jdbi, BusinessDay day, InForce force, PreviewingList previewing, SubmittingList submitting) {
        this.jdbi = jdbi;
        this.day = day;
        this.force = force;
        this.previewing = previewing;
        this.submitting = submitting;
    }

    /** @throws Problem 422 for a file that bears a mark of secrecy: nothing of it is kept */
    UUID upload(Submission submission, Follower follower) {
        UUID id = Uuid7.next();
        Preview preview = previewing.preview(submission, follower);
        if (SubmittingList.classified(preview.graded())) {
            throw new Problem(SpecialGroupProblem.CLASSIFIED, preview.graded().why());
        }
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(h -> Drafts.enter(h, id, submission, preview, day.today())));
        return id;
    }

    /**
     * Hands the list over, by the second person.
     *
     * @throws Problem 403 for who uploaded it; 409 when it was decided already, or would be refused as a whole
     */
    @Transactional
    void commit(UUID id, String by) {
        force.mustHold();
        jdbi.useHandle(h -> {
            Draft draft = waiting(h, id);
            if (draft.uploadedBy().equals(by)) {
                throw new Problem(SpecialGroupProblem.SAME_PERSON, null);
            }
            if (!takeable(Drafts.preview(h, id))) {
                throw new Problem(SpecialGroupProblem.NOT_TAKEABLE, null);
            }
            GradedList graded = submit(h, draft, by);
            Drafts.decide(h, id, UUID.fromString(graded.listId()), day.today(), by);
        });
    }

    @Transactional
    void withdraw(UUID id, String by) {
        jdbi.useHandle(h -> {
            waiting(h, id);
            Drafts.decide(h, id, null, day.today(), by);
        });
    }

    /** Whether acceptance would apply it. */
    static boolean takeable(Preview preview) {
        Grade grade = preview.graded().grade();
        return grade == Grade.ACCEPTED || grade == Grade.ACCEPTED_WITH_ERRORS;
    }

    private static Draft waiting(Handle h, UUID id) {
        Draft draft = Drafts.lock(h, id).orElseThrow();
        if (!draft.waits()) {
            throw new Problem(SpecialGroupProblem.DRAFT_DECIDED, Text.on(draft.decidedOn()));
        }
        return draft;
    }

    private GradedList submit(Handle h, Draft draft, String by) {
        try {
            Path file = Files.createTempFile("draft-", ".list");
            try {
                boolean kept = Drafts.restore(h, draft.id(), file);
                return submitting.submit(new Submission(
                        draft.declaration(),
                        draft.department(),
                        by,
                        kept ? file : null,
                        draft.fileName(),
                        draft.bytes(),
                        draft.digest()));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
