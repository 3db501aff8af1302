package cn.liangxian.enrollment.student;

import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.student.StudentRollResource.IdType;
import cn.liangxian.enrollment.student.StudentRollResource.Relative;
import cn.liangxian.enrollment.student.StudentRollResource.Student;
import java.util.ArrayList;
import java.util.List;

/** Whether a row of a school's roll is complete and correct, as far as it goes by itself. */
final class StudentChecks {

    private static final int LONGEST = 100;

    private StudentChecks() {}

    static List<RowFault> faults(Student student) {
        List<RowFault> faults = new ArrayList<>();
        text(student.rollNumber(), "rollNumber", faults);
        text(student.name(), "name", faults);
        if (student.status() == null) {
            faults.add(missing("status"));
        }
        if (student.idType() == null) {
            faults.add(missing("idType"));
        } else if (student.idType() == IdType.RESIDENT_ID) {
            number(student.idNumber(), "idNumber", faults);
        } else {
            text(student.idNumber(), "idNumber", faults);
        }
        // a parent who is not known is left out; a guardian there always is
        relative(student.father(), "father", faults);
        relative(student.mother(), "mother", faults);
        if (student.guardian() == null) {
            faults.add(missing("guardian"));
        }
        relative(student.guardian(), "guardian", faults);
        return faults;
    }

    private static void relative(Relative relative, String field, List<RowFault> faults) {
        if (relative != null) {
            text(relative.name(), field + ".name", faults);
            number(relative.idNumber(), field + ".idNumber", faults);
        }
    }

    private static void number(String number, String field, List<RowFault> faults) {
        IdNumber.Reading reading = IdNumber.read(number == null ? "" : number);
        if (reading.fault() != null) {
            faults.add(reading.fault().at(field));
        }
    }

    private static void text(String text, String field, List<RowFault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(missing(field));
        } else if (text.length() > LONGEST) {
            faults.add(RowFault.Kind.TEXT_TOO_LONG.at(field));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            faults.add(RowFault.Kind.BAD_CHARACTER.at(field));
        }
    }

    private static RowFault missing(String field) {
        return RowFault.Kind.FIELD_MISSING.at(field);
    }
}
