package cn.liangxian.audit.enquiry;

import cn.liangxian.audit.EnquiryHandoff.EnquiryAnswered;
import cn.liangxian.audit.EnquiryHandoff.EnquiryTaken;
import cn.liangxian.audit.EnquiryHandoff.Matter;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * 首问负责制: the unit that is asked first keeps the enquiry until it has answered. It may ask others to help, and cannot
 * hand it over. All in an open transaction.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十三条")
class Enquiries {

    /** Rows of a page of {@link #open}. */
    static final int PAGE = 500;

    private static final String ANSWER = "audit-enquiry-answered";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    Enquiries(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /**
     * An enquiry as it stands.
     *
     * @param helpers units that were asked to help, by department and area
     * @param answeredOn null while open; then {@code department} owes the answer until {@code answerUntil}, null where the
     *     policy sets no period, {@code untilAssumed} where no text gives it
     */
    public record Enquiry(
            String enquiryId,
            Department department,
            String area,
            Matter matter,
            LocalDate takenOn,
            List<Asked> helpers,
            LocalDate answeredOn,
            LocalDate answerUntil,
            boolean untilAssumed) {

        boolean helpAwaited() {
            return helpers.stream().anyMatch(each -> !each.helped());
        }

        /** Whether the help of the unit was asked, whether or not it was given. */
        boolean asks(Department department, String area) {
            return helpers.stream()
                    .anyMatch(each ->
                            each.department() == department && each.area().startsWith(area));
        }
    }

    /** A unit whose help was asked. */
    public record Asked(Department department, String area, boolean helped) {}

    Enquiry take(Department department, String area, Matter matter, String by) {
        String id = Uuid7.next().toString();
        LocalDate today = day.today();
        outbox.handOver(new EnquiryTaken(id, department, area, matter, today));
        return jdbi.withHandle(h -> {
            h.execute(
                    "insert into enquiry values (?, ?, ?, ?, ?, ?)",
                    id,
                    department.name(),
                    area,
                    matter.name(),
                    today,
                    by);
            return find(h, id).orElseThrow();
        });
    }

    Enquiry askForHelp(String id, Department owner, String area, Department helper, String helperArea) {
        return jdbi.withHandle(h -> {
            owned(h, id, owner, area);
            h.execute(
                    "insert into enquiry_help (enquiry_id, department, area, asked_on) values (?, ?, ?, ?) on conflict do nothing",
                    id,
                    helper.name(),
                    helperArea,
                    day.today());
            return find(h, id).orElseThrow();
        });
    }

    Enquiry help(String id, Department helper, String area, String by) {
        return jdbi.withHandle(h -> {
            lock(h, id);
            int helped = h.execute(
                    """
                    update enquiry_help set helped_on = ?, helped_by = ?
                    where enquiry_id = ? and department = ? and starts_with(area, ?) and helped_on is null""",
                    day.today(),
                    by,
                    id,
                    helper.name(),
                    area);
            if (helped == 0) {
                throw new Problem(EnquiryProblem.NOT_ASKED, Text.unit(helper, area));
            }
            return find(h, id).orElseThrow();
        });
    }

    Enquiry answer(String id, Department owner, String area, String by) {
        return jdbi.withHandle(h -> {
            Enquiry enquiry = owned(h, id, owner, area);
            if (enquiry.helpAwaited()) {
                throw new Problem(EnquiryProblem.HELP_AWAITED, null);
            }
            LocalDate today = day.today();
            h.execute("insert into enquiry_answer values (?, ?, ?)", id, today, by);
            List<Department> helped =
                    enquiry.helpers().stream().map(Asked::department).distinct().toList();
            outbox.handOver(new EnquiryAnswered(id, owner, enquiry.area(), helped, today));
            return find(h, id).orElseThrow();
        });
    }

    /** Open ones of the caller's own, or in which its help is asked, beyond the enquiry; empty for all. */
    List<Enquiry> open(Department department, String area, String after) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT
                                + """
                         where a.answered_on is null and e.enquiry_id > :after and (e.department = :department and starts_with(e.area, :area)
                            or exists (select from enquiry_help x where x.enquiry_id = e.enquiry_id
                                and x.department = :department and starts_with(x.area, :area) and x.helped_on is null))
                        group by e.enquiry_id, a.answered_on order by e.enquiry_id limit :page""")
                .bind("page", PAGE)
                .bind("department", department.name())
                .bind("area", area)
                .bind("after", after)
                .map((row, context) -> read(row))
                .list());
    }

    private static final String SELECT =
            """
            select e.*, a.answered_on, array_remove(array_agg(p.department order by p.department, p.area), null) as helpers,
                array_remove(array_agg(p.area order by p.department, p.area), null) as areas,
                array_agg(p.helped_on is not null order by p.department, p.area) as helped
            from enquiry e left join enquiry_answer a using (enquiry_id) left join enquiry_help p using (enquiry_id)""";

    private Enquiry owned(Handle h, String id, Department owner, String area) {
        lock(h, id);
        Enquiry enquiry = find(h, id).orElseThrow();
        if (enquiry.department() != owner || !enquiry.area().startsWith(area)) {
            throw new Problem(EnquiryProblem.OWNED, Text.unit(enquiry.department(), enquiry.area()));
        }
        if (enquiry.answeredOn() != null) {
            throw new Problem(EnquiryProblem.ANSWERED, Text.on(enquiry.answeredOn()));
        }
        return enquiry;
    }

    Optional<Enquiry> find(String id) {
        return jdbi.withHandle(h -> find(h, id));
    }

    private static void lock(Handle h, String id) {
        h.createQuery("select 1 from enquiry where enquiry_id = ? for update")
                .bind(0, id)
                .mapTo(Integer.class)
                .one();
    }

    private Optional<Enquiry> find(Handle h, String id) {
        return h.createQuery(SELECT + " where e.enquiry_id = ? group by e.enquiry_id, a.answered_on")
                .bind(0, id)
                .map((row, context) -> read(row))
                .findOne();
    }

    private Enquiry read(java.sql.ResultSet row) throws java.sql.SQLException {
        LocalDate takenOn = row.getObject("taken_on", LocalDate.class);
        LocalDate answeredOn = row.getObject("answered_on", LocalDate.class);
        Until until = answeredOn == null ? Until.of(policy, ANSWER, takenOn) : Until.NONE;
        return new Enquiry(
                row.getString("enquiry_id"),
                Department.valueOf(row.getString("department")),
                row.getString("area"),
                Matter.valueOf(row.getString("matter")),
                takenOn,
                helpers(row),
                answeredOn,
                until.day(),
                until.assumed());
    }

    private static List<Asked> helpers(java.sql.ResultSet row) throws java.sql.SQLException {
        String[] departments = (String[]) row.getArray("helpers").getArray();
        String[] areas = (String[]) row.getArray("areas").getArray();
        Boolean[] helped = (Boolean[]) row.getArray("helped").getArray();
        return IntStream.range(0, departments.length)
                .mapToObj(i -> new Asked(Department.valueOf(departments[i]), areas[i], helped[i]))
                .toList();
    }
}
