package cn.liangxian.enrollment.student;

import cn.liangxian.enrollment.StudentHandoff.UninsuredStudent;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsExplained;
import cn.liangxian.enrollment.student.StudentResource.Answer;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Schools say why a student is not insured; education tells the township. Both work in the transaction of the caller. */
@ApplicationScoped
@Clause("yicheng-2024/五(十)")
class ExplainingUninsured {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;

    ExplainingUninsured(Jdbi jdbi, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
    }

    /** A later answer about the same student replaces the earlier one, until education has told the township. */
    UninsuredList answer(UUID id, List<Answer> answers, String area, String by) {
        return jdbi.withHandle(h -> {
            open(h, id, area);
            PreparedBatch batch = h.prepareBatch(
                    """
                    update uninsured_student s set reason = ?, answered_on = ?, answered_by = ? from person p
                    where s.list_id = ? and s.person_key = ?::uuid and p.person_key = s.person_key
                        and starts_with(p.village, ?)""");
            LocalDate today = day.today();
            for (Answer answer : answers) {
                batch.add(
                        answer.reason().name(),
                        today,
                        by,
                        id,
                        answer.personKey().toString(),
                        area);
            }
            int[] updated = batch.execute();
            for (int i = 0; i < updated.length; i++) {
                if (updated[i] == 0) {
                    throw new Problem(StudentProblem.NOT_LISTED, null)
                            .at(i + 1, "personKey", StudentProblem.NOT_LISTED.title());
                }
            }
            return UninsuredLists.find(h, id, area).orElseThrow();
        });
    }

    /** Whoever was insured meanwhile needs no reason and is left out. */
    UninsuredList explain(UUID id, String area, String by) {
        return jdbi.withHandle(h -> {
            UninsuredList list = open(h, id, area);
            List<UninsuredList.Student> still = UninsuredLists.students(h, id).stream()
                    .filter(student -> !student.insuredSince())
                    .toList();
            long missing =
                    still.stream().filter(student -> student.reason() == null).count();
            if (missing > 0) {
                throw new Problem(
                        StudentProblem.REASONS_MISSING,
                        new Text("尚有" + missing + "人未说明原因", "reasons missing: " + missing));
            }
            LocalDate today = day.today();
            h.execute("update uninsured_list set explained_on = ?, explained_by = ? where list_id = ?", today, by, id);
            outbox.handOver(new UninsuredStudentsExplained(
                    id.toString(),
                    list.township(),
                    list.students(),
                    still.stream()
                            .map(s -> new UninsuredStudent(s.personKey(), s.village(), s.reason()))
                            .toList(),
                    today));
            return UninsuredLists.find(h, id, area).orElseThrow();
        });
    }

    private static UninsuredList open(Handle h, UUID id, String area) {
        UninsuredList list =
                UninsuredLists.lock(h, id, area).orElseThrow(() -> new Problem(StudentProblem.UNKNOWN, null));
        if (list.explainedOn() != null) {
            throw new Problem(StudentProblem.EXPLAINED, Text.on(list.explainedOn()));
        }
        return list;
    }
}
