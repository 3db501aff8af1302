package cn.liangxian.enrollment.student;

import cn.liangxian.enrollment.StudentHandoff.StudentsReminded;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** 对未参加城乡居民基本医疗保险的学生进行督促提醒: who of a list is still not insured is reminded, and that is kept. */
@ApplicationScoped
@Clause({"bachu-2022/第十五条(3)", "bachu-2022/第十五条(4)"})
class RemindingUninsured {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;

    RemindingUninsured(Jdbi jdbi, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
    }

    /** In an open transaction. Whoever was insured meanwhile is not reminded. */
    StudentsReminded remind(UUID list, List<UUID> people, String area, Department department, String by) {
        return jdbi.withHandle(h -> {
            UninsuredList open =
                    UninsuredLists.lock(h, list, area).orElseThrow(() -> new Problem(StudentProblem.UNKNOWN, null));
            List<String> still = UninsuredLists.students(h, list).stream()
                    .filter(student -> !student.insuredSince())
                    .map(UninsuredList.Student::personKey)
                    .toList();
            for (int i = 0; i < people.size(); i++) {
                if (!still.contains(people.get(i).toString())) {
                    throw new Problem(StudentProblem.NOT_LISTED, null)
                            .at(i + 1, "personKeys", new Text("不在名单上或已参保", "not on this list, or insured"));
                }
            }
            LocalDate today = day.today();
            h.createUpdate(
                            """
                            insert into student_reminder (list_id, person_key, department, reminded_on, reminded_by)
                            select :list, unnest(:people), :department, :today, :by on conflict do nothing""")
                    .bind("list", list)
                    .bindArray("people", UUID.class, people)
                    .bind("department", department.name())
                    .bind("today", today)
                    .bind("by", by)
                    .execute();
            int reminded = h.createQuery("select count(distinct person_key) from student_reminder where list_id = ?")
                    .bind(0, list)
                    .mapTo(Integer.class)
                    .one();
            boolean all = h.createQuery(
                            """
                            select not exists (select from uninsured_student s join person p using (person_key)
                                where s.list_id = ? and not %s and not exists (select from student_reminder r
                                    where r.list_id = s.list_id and r.person_key = s.person_key))"""
                                    .formatted(UninsuredLists.INSURED))
                    .bind(0, list)
                    .mapTo(Boolean.class)
                    .one();
            StudentsReminded told = new StudentsReminded(
                    list.toString(), open.township(), department, open.students(), reminded, today);
            if (all) {
                outbox.handOver(told);
            }
            return told;
        });
    }
}
