package cn.liangxian.enrollment.student;

import cn.liangxian.enrollment.StudentHandoff.UninsuredReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The students of a township who were not insured on a day.
 *
 * @param students how many were listed; {@code explained} of those have a reason, {@code insuredSince} need none any more
 * @param explainedOn null while education has not told the township
 */
public record UninsuredList(
        UUID listId,
        String township,
        int students,
        int explained,
        int insuredSince,
        LocalDate listedOn,
        LocalDate explainedOn) {

    /** A student of a list; {@code reason} is null until the school answers, {@code remindedOn} until somebody reminds. */
    public record Student(
            String personKey,
            String name,
            String village,
            UninsuredReason reason,
            boolean insuredSince,
            LocalDate remindedOn) {

        Student masked() {
            String family = name.substring(0, name.offsetByCodePoints(0, 1));
            return new Student(personKey, family + "*", village, reason, insuredSince, remindedOn);
        }

        @Override
        public String toString() {
            return "Student[" + personKey + "]";
        }
    }

    /** A list with its students. */
    public record Whole(UninsuredList list, List<Student> students) {}

    static UninsuredList read(ResultSet row, StatementContext context) throws SQLException {
        return new UninsuredList(
                row.getObject("list_id", UUID.class),
                row.getString("township"),
                row.getInt("students"),
                row.getInt("explained"),
                row.getInt("insured_since"),
                row.getObject("listed_on", LocalDate.class),
                row.getObject("explained_on", LocalDate.class));
    }

    static Student student(ResultSet row, StatementContext context) throws SQLException {
        String reason = row.getString("reason");
        return new Student(
                row.getString("person_key"),
                row.getString("name"),
                row.getString("village"),
                reason == null ? null : UninsuredReason.valueOf(reason),
                row.getBoolean("insured"),
                row.getObject("reminded_on", LocalDate.class));
    }
}
