package cn.liangxian.enrollment.identityreport;

import cn.liangxian.desk.Masked;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.enrollment.ExchangeHandoff.IdentityChangeReported;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.enrollment.registration.ChangingIdentity;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The departments that list special groups report whose status changed; an agency takes it over into the register and
 * passes it on to tax. Both work in the transaction of the caller.
 */
@ApplicationScoped
@Clause({"bachu-2022/第十条(3)", "bachu-2022/第十一条(3)", "bachu-2022/第十三条(3)", "bachu-2022/第七条(7)"})
class ReportingIdentityChange {

    private static final String SELECT =
            "select r.*, p.township, p.name, p.id_number from identity_report r join person p using (person_key) where ";
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final ChangingIdentity changing;

    ReportingIdentityChange(Jdbi jdbi, Outbox outbox, BusinessDay day, ChangingIdentity changing) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.changing = changing;
    }

    /**
     * Whose status changed, and how.
     *
     * @param until the last day of the status; null when it goes on
     * @param changedOn the day of the change itself
     * @param carrier by which it came to the agencies; electronic where none is named
     */
    public record Request(
            @NotBlank String idNumber,
            @NotBlank String category,
            @NotNull LocalDate from,
            LocalDate until,
            @NotNull LocalDate changedOn,
            Carrier carrier) {

        @Override
        public String toString() {
            return "Request[masked]";
        }
    }

    /** @param area what the caller may see: somebody of another area is unknown */
    IdentityReport report(Request request, String area, Department department, String by) {
        LocalDate today = day.today();
        if (request.changedOn().isAfter(today)) {
            throw new Problem(IdentityReportProblem.IN_FUTURE, Text.value(request.changedOn()))
                    .at(null, "changedOn", Text.today(today));
        }
        return jdbi.withHandle(h -> {
            Person person = person(h, request.idNumber())
                    .filter(known -> known.village().startsWith(area))
                    .orElseThrow(() -> new Problem(IdentityReportProblem.PERSON_UNKNOWN, null)
                            .at(null, "idNumber", IdentityReportProblem.PERSON_UNKNOWN.title()));
            IdentityReport report = new IdentityReport(
                    Uuid7.next().toString(),
                    department,
                    person.key().toString(),
                    person.township(),
                    new Status(request.category(), request.from(), request.until()),
                    request.changedOn(),
                    request.carrier() == null ? Carrier.ELECTRONIC : request.carrier(),
                    today,
                    null);
            keep(h, report, by);
            outbox.handOver(new IdentityChangeReported(
                    report.reportId(),
                    department,
                    report.personKey(),
                    report.township(),
                    report.status(),
                    report.changedOn(),
                    report.carrier(),
                    today));
            return report;
        });
    }

    IdentityReport passOn(UUID id, String area, Department agency, String by) {
        return jdbi.withHandle(h -> {
            IdentityReport report = h.createQuery(
                            SELECT + "r.report_id = ? and starts_with(p.village, ?) for update of r")
                    .bind(0, id)
                    .bind(1, area)
                    .map(IdentityReport::read)
                    .findOne()
                    .orElseThrow(() -> new Problem(IdentityReportProblem.UNKNOWN, null));
            if (report.passedOn() != null) {
                throw new Problem(IdentityReportProblem.PASSED_ON, Text.on(report.passedOn()));
            }
            Status status = report.status();
            changing.change(
                    new ChangingIdentity.Request(
                            null,
                            UUID.fromString(report.personKey()),
                            status.category(),
                            status.from(),
                            status.until()),
                    report.reportId(),
                    area,
                    agency,
                    by);
            h.execute(
                    "update identity_report set passed_on = ?, passed_by = ? where report_id = ?", day.today(), by, id);
            return h.createQuery(SELECT + "r.report_id = ?")
                    .bind(0, id)
                    .map(IdentityReport::read)
                    .one();
        });
    }

    /** All or none of them, so that nobody has to find out which were. The problem of one names its place among them. */
    List<IdentityReport> passOn(List<UUID> ids, String area, Department agency, String by) {
        List<IdentityReport> passed = new ArrayList<>();
        for (UUID id : ids) {
            try {
                passed.add(passOn(id, area, agency, by));
            } catch (Problem problem) {
                throw problem.at(passed.size() + 1, "reportIds", problem.type().title());
            }
        }
        return passed;
    }

    /** A report with name and number of its person, masked, for whoever reads a list of them. */
    record Listed(IdentityReport report, String maskedName, String maskedIdNumber) {}

    /**
     * Those that no agency has passed on yet, or those that one has, the oldest first.
     *
     * @param department that reported; null for all
     * @param after the last id of the page before
     */
    List<Listed> of(Department department, String area, boolean passed, UUID after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(SELECT
                        + "(r.passed_on is not null) = :passed and starts_with(p.village, :area) and r.report_id > :after"
                        + " and (cast(:department as text) is null or r.department = :department)"
                        + " order by r.report_id limit :limit")
                .bind("passed", passed)
                .bind("area", area)
                .bind("after", after)
                .bind("department", department == null ? null : department.name())
                .bind("limit", limit)
                .map((row, context) -> new Listed(
                        IdentityReport.read(row, context),
                        Masked.name(row.getString("name")),
                        Masked.idNumber(row.getString("id_number"))))
                .list());
    }

    private static Optional<Person> person(Handle h, String idNumber) {
        IdNumber.Reading reading = IdNumber.read(idNumber);
        return reading.fault() == null
                ? Persons.findByNumber(h, reading.number().value())
                : Optional.empty();
    }

    private static void keep(Handle h, IdentityReport report, String by) {
        h.createUpdate(
                        """
                        insert into identity_report (report_id, department, person_key, category, valid_from, valid_until,
                            changed_on, carrier, reported_on, reported_by)
                        values (?::uuid, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?)""")
                .bind(0, report.reportId())
                .bind(1, report.department().name())
                .bind(2, report.personKey())
                .bind(3, report.status().category())
                .bind(4, report.status().from())
                .bind(5, report.status().until())
                .bind(6, report.changedOn())
                .bind(7, report.carrier().name())
                .bind(8, report.reportedOn())
                .bind(9, by)
                .execute();
    }
}
