package cn.liangxian.enrollment.identityreport;

import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.handoff.Department;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What a department reported about one person's status.
 *
 * @param passedOn when an agency passed it to tax; null until then
 */
public record IdentityReport(
        String reportId,
        Department department,
        String personKey,
        String township,
        Status status,
        LocalDate changedOn,
        Carrier carrier,
        LocalDate reportedOn,
        LocalDate passedOn) {

    static IdentityReport read(ResultSet row, StatementContext context) throws SQLException {
        return new IdentityReport(
                row.getObject("report_id", UUID.class).toString(),
                Department.valueOf(row.getString("department")),
                row.getObject("person_key", UUID.class).toString(),
                row.getString("township"),
                new Status(
                        row.getString("category"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                row.getObject("changed_on", LocalDate.class),
                Carrier.valueOf(row.getString("carrier")),
                row.getObject("reported_on", LocalDate.class),
                row.getObject("passed_on", LocalDate.class));
    }
}
