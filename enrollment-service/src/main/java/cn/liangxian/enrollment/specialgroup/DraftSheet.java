package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.desk.Desk;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Uploaded lists as a desk shows them: those of the caller's department in its area, and no other. */
@RequestScoped
class DraftSheet {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Desk desk;
    private final Policy policy;

    DraftSheet(Jdbi jdbi, Caller caller, Desk desk, Policy policy) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.desk = desk;
        this.policy = policy;
    }

    /** A line of the table; {@code state} in words with its look. */
    public record Row(
            String id,
            String category,
            String area,
            int declared,
            String file,
            String uploadedOn,
            String uploadedBy,
            String decidedOn,
            String decidedBy,
            boolean waits,
            boolean mine,
            String state,
            String look) {}

    List<Row> rows() {
        return jdbi.withHandle(h -> Drafts.latest(h, caller.department(), caller.area())).stream()
                .map(this::row)
                .toList();
    }

    /** @throws Problem 404 for a draft of another department or area, as if it did not exist */
    Draft one(UUID id) {
        Draft draft = jdbi.withHandle(h -> id == null ? Optional.<Draft>empty() : Drafts.find(h, id))
                .filter(found -> found.department() == caller.department())
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(draft.declaration().area());
        return draft;
    }

    Preview preview(UUID id) {
        return jdbi.withHandle(h -> Drafts.preview(h, id));
    }

    Row row(Draft draft) {
        String state = draft.waits() ? "waits" : draft.listId() == null ? "withdrawn" : "committed";
        return new Row(
                draft.id().toString(),
                policy.category(draft.declaration().category())
                        .map(category -> desk.language().of(category.zh(), category.en()))
                        .orElse(draft.declaration().category()),
                desk.place(draft.declaration().area()),
                draft.declaration().declaredCount(),
                draft.fileName() == null ? "—" : draft.fileName(),
                draft.uploadedOn().toString(),
                draft.uploadedBy(),
                draft.decidedOn() == null ? "" : draft.decidedOn().toString(),
                draft.decidedBy() == null ? "" : draft.decidedBy(),
                draft.waits(),
                draft.uploadedBy().equals(caller.name()),
                desk.word("draft_" + state),
                draft.waits() ? "near" : draft.listId() == null ? "quiet" : "done");
    }
}
