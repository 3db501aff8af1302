package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.EnrollmentHandoff.SpecialGroupListed;
import cn.liangxian.enrollment.bulk.SubjectLock;
import cn.liangxian.enrollment.feed.ListLimits;
import cn.liangxian.enrollment.feed.Marks;
import cn.liangxian.enrollment.feed.Unreadable;
import cn.liangxian.enrollment.feed.UnreadableListException;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.PersonalDataTerms;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes in one list: reads it, grades it, applies it or not. Whatever becomes of it, it is kept and reported; a list is
 * applied with all its good rows or not at all. Works in the transaction of the caller.
 */
@ApplicationScoped
@Clause({
    "yicheng-2024/五(一)-d",
    "yicheng-2024/五(六)",
    "bachu-2022/第十条(2)",
    "bachu-2022/第十一条(2)",
    "bachu-2022/第十三条(2)",
    "bachu-2022/第十七条(2)",
    "bachu-2022/第十八条",
    "bachu-2022/第十九条(1)"
})
public class SubmittingList {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final ApplyingList applying;
    private final boolean sealNeeded;
    private final Marks marks;

    SubmittingList(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy, ApplyingList applying) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.applying = applying;
        this.sealNeeded = policy.deadline(keyOf(SpecialGroupListed.TOPIC))
                .map(Deadline::sealed)
                .orElse(true);
        this.marks = new Marks(
                policy.personalData().map(PersonalDataTerms::refusedMarks).orElse(List.of()));
    }

    /** The key of a deadline rule is the topic without its version. */
    private static String keyOf(String topic) {
        return topic.substring(0, topic.lastIndexOf("-v"));
    }

    GradedList submit(Submission submission) {
        return jdbi.withHandle(h -> {
            Declaration declaration = submission.declaration();
            SubjectLock.hold(
                    h, "list/" + submission.department() + "/" + declaration.category() + "/" + declaration.area());
            Optional<UUID> same = SpecialGroupLists.accepted(h, submission);
            if (same.isPresent()) {
                return SpecialGroupLists.find(h, same.get()).orElseThrow();
            }
            UUID listId = Uuid7.next();
            LocalDate today = day.today();
            SpecialGroupLists.enter(h, listId, submission, today);
            look(h, listId, submission, Follower.NOBODY);
            GradedList graded = SpecialGroupLists.find(h, listId).orElseThrow();
            if (submission.file() != null && !classified(graded)) {
                ListArchive.keep(h, listId, submission.file(), ListLimits.STANDARD);
            }
            outbox.handOver(listed(graded, submission.declaration()));
            if (graded.grade() == Grade.ACCEPTED || graded.grade() == Grade.ACCEPTED_WITH_ERRORS) {
                applying.apply(h, listId, graded);
            }
            return graded;
        });
    }

    /** What would become of the list, for the reader; whatever this writes, the caller rolls back. */
    <T> T tryOut(Submission submission, Follower follower, BiFunction<Handle, GradedList, T> reader) {
        return jdbi.withHandle(h -> {
            UUID listId = Uuid7.next();
            SpecialGroupLists.enter(h, listId, submission, day.today());
            look(h, listId, submission, follower);
            return reader.apply(h, SpecialGroupLists.find(h, listId).orElseThrow());
        });
    }

    /** Whether the file bears a mark of secrecy; that it came is kept, the file is not. */
    static boolean classified(GradedList list) {
        return Unreadable.CLASSIFIED.code().equals(list.reasonCode());
    }

    private void look(Handle h, UUID listId, Submission submission, Follower follower) {
        Declaration declaration = submission.declaration();
        Optional<Refusal> refusal = Grading.ofDeclaration(declaration, sealNeeded);
        if (refusal.isPresent()) {
            grade(h, listId, refusal, null, 0, 0);
            return;
        }
        if (submission.file() == null) {
            if (declaration.confirmedZero()) {
                grade(h, listId, Optional.empty(), null, 0, 0);
            } else {
                refuse(
                        h,
                        listId,
                        null,
                        new UnreadableListException(Unreadable.FILE_MISSING, new Text("未附文件", "no file attached")));
            }
            return;
        }
        ListStage.Outcome outcome = ListStage.fill(h, submission, ListLimits.STANDARD, marks, follower);
        String format = outcome.format() == null ? null : outcome.format().name();
        if (outcome.unreadable() != null) {
            refuse(h, listId, format, outcome.unreadable());
            return;
        }
        int bad = ListChecks.run(h, listId, declaration.area());
        grade(h, listId, Grading.ofCount(declaration, outcome.received()), format, outcome.received(), bad);
    }

    private static void grade(
            Handle h, UUID listId, Optional<Refusal> refusal, String format, int received, int badRows) {
        Grade grade = Grading.of(refusal, badRows);
        int accepted = refusal.isPresent() ? 0 : received - badRows;
        SpecialGroupLists.grade(
                h,
                listId,
                grade,
                format,
                received,
                accepted,
                refusal.map(Refusal::code).orElse(null),
                refusal.map(Refusal::text).orElse(null));
    }

    private static void refuse(Handle h, UUID listId, String format, UnreadableListException why) {
        SpecialGroupLists.grade(
                h, listId, Grade.REJECTED, format, 0, 0, why.reason().code(), why.text());
    }

    private static Handoff listed(GradedList list, Declaration d) {
        return new SpecialGroupListed(
                list.listId(),
                list.department(),
                list.category(),
                list.area(),
                list.declared(),
                list.received(),
                list.accepted(),
                list.digest(),
                d.signedBy(),
                d.sealed(),
                d.carrier(),
                list.grade(),
                d.confirmedZero());
    }
}
