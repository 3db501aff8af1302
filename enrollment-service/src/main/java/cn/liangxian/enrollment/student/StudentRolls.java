package cn.liangxian.enrollment.student;

import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.enrollment.StudentHandoff.StudentsListed;
import cn.liangxian.enrollment.feed.RefusedRow;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.student.StudentRollResource.Roll;
import cn.liangxian.enrollment.student.StudentRollResource.Student;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Takes in a school's roll: who is a student, who the parents and the guardian are. Good rows are taken, bad ones named;
 * a roll with another number of heads than declared is not taken at all. In the transaction of the caller.
 */
@ApplicationScoped
@Clause("bachu-2022/第十五条(1)")
class StudentRolls {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;

    StudentRolls(Jdbi jdbi, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
    }

    /** @param known how many of the accepted stand in the register of residents under this name */
    public record Taken(String rollId, int received, int accepted, int known, List<RefusedRow> errors) {}

    Taken take(Roll roll, Department department, String by) {
        List<Student> students = roll.students();
        if (students.size() != roll.declaredCount()) {
            throw new Problem(StudentProblem.COUNT_DIFFERS, Text.counts(roll.declaredCount(), students.size()));
        }
        List<RefusedRow> errors = new ArrayList<>();
        List<Student> good = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < students.size(); i++) {
            Student student = students.get(i);
            List<RowFault> faults = StudentChecks.faults(student);
            if (faults.isEmpty() && !numbers.add(student.idNumber().strip())) {
                faults = List.of(RowFault.Kind.DUPLICATE_ROW.at("idNumber"));
            }
            int row = i + 1;
            faults.forEach(fault -> errors.add(RefusedRow.of(row, fault)));
            if (faults.isEmpty()) {
                good.add(student);
            }
        }
        LocalDate today = day.today();
        return jdbi.withHandle(h -> {
            UUID id = Uuid7.next();
            Carrier carrier = roll.carrier() == null ? Carrier.ELECTRONIC : roll.carrier();
            h.execute(
                    "insert into student_roll values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    department.name(),
                    roll.township(),
                    roll.school(),
                    students.size(),
                    good.size(),
                    carrier.name(),
                    today,
                    by);
            keep(h, id, good);
            int known = markStudents(h, id);
            outbox.handOver(new StudentsListed(
                    id.toString(),
                    department,
                    roll.township(),
                    roll.school(),
                    students.size(),
                    good.size(),
                    known,
                    carrier,
                    today));
            return new Taken(id.toString(), students.size(), good.size(), known, errors);
        });
    }

    private static void keep(Handle h, UUID roll, List<Student> students) {
        PreparedBatch batch = h.prepareBatch(
                """
                insert into student_on_roll (roll_id, id_number, id_type, name, roll_number, status, father, father_id,
                    mother, mother_id, guardian, guardian_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        for (Student s : students) {
            batch.add(
                    roll,
                    s.idNumber().strip(),
                    s.idType().name(),
                    s.name().strip(),
                    s.rollNumber(),
                    s.status().name(),
                    s.father() == null ? null : s.father().name(),
                    s.father() == null ? null : s.father().idNumber(),
                    s.mother() == null ? null : s.mother().name(),
                    s.mother() == null ? null : s.mother().idNumber(),
                    s.guardian().name(),
                    s.guardian().idNumber());
        }
        batch.execute();
    }

    /** Who stands in the register under the same number and name is a student from now on, or no longer; says how many. */
    private static int markStudents(Handle h, UUID roll) {
        return h.createUpdate(
                        """
                        update person p set student = s.status in ('ENROLLED', 'SUSPENDED')
                        from student_on_roll s
                        where s.roll_id = ? and p.id_number = s.id_number and p.name = s.name""")
                .bind(0, roll)
                .execute();
    }
}
