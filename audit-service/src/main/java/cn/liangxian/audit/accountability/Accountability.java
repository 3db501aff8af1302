package cn.liangxian.audit.accountability;

import cn.liangxian.audit.AccountabilityHandoff.AccountabilityReported;
import cn.liangxian.audit.AccountabilityHandoff.AccountabilityTransferred;
import cn.liangxian.audit.AccountabilityHandoff.Charge;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * 由社保、医保、税务部门商议形成报告: one of the three drafts it from what the register and the events say, all three agree, and
 * then it goes to the county government, which passes it on. All in an open transaction.
 */
@ApplicationScoped
@Clause({"bachu-2022/第四十条", "bachu-2022/第四十条(2)"})
class Accountability {

    static final Set<Department> THREE =
            Set.of(Department.SOCIAL_INSURANCE, Department.MEDICAL_INSURANCE, Department.TAX);

    private static final String TRANSFER = "audit-accountability-transferred";

    private static final String SELECT =
            """
            select a.report_id, a.charges::text, a.drafted_on, r.reported_on, t.transferred_on,
                array(select department from accountability_agreement g
                    where g.report_id = a.report_id order by department) as agreed
            from accountability a left join accountability_report r using (report_id)
                left join accountability_transfer t using (report_id)
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    Accountability(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /**
     * A report; {@code reportedOn} is null until all three agree, {@code transferredOn} until it is passed on. In between the
     * county government owes that until {@code transferUntil}, null where the policy sets no period, {@code untilAssumed} where
     * no text gives it.
     */
    public record Report(
            String reportId,
            List<Charge> charges,
            List<Department> agreed,
            LocalDate draftedOn,
            LocalDate reportedOn,
            LocalDate transferredOn,
            LocalDate transferUntil,
            boolean untilAssumed) {}

    /** How far a report has come. */
    enum Stage {
        DRAFTED,
        REPORTED,
        TRANSFERRED
    }

    /** Drafts it; whoever drafts agrees. */
    Report draft(List<Charge> charges, Department by, String name) {
        return jdbi.withHandle(h -> {
            charges.forEach(charge -> mustBeNamed(h, charge));
            String id = Uuid7.next().toString();
            h.createUpdate("insert into accountability values (?, ?::jsonb, ?)")
                    .bind(0, id)
                    .bind(1, json(charges))
                    .bind(2, day.today())
                    .execute();
            agree(h, id, by, name);
            return find(h, id).orElseThrow();
        });
    }

    /** With the last of the three it is reported. */
    Report agree(String id, Department by, String name) {
        return jdbi.withHandle(h -> {
            Report report = held(h, id);
            if (report.reportedOn() != null) {
                throw new Problem(AccountabilityProblem.DONE, Text.on(report.reportedOn()));
            }
            agree(h, id, by, name);
            if (find(h, id).orElseThrow().agreed().size() == THREE.size()) {
                LocalDate today = day.today();
                h.execute("insert into accountability_report values (?, ?)", id, today);
                outbox.handOver(new AccountabilityReported(id, report.charges(), today));
            }
            return find(h, id).orElseThrow();
        });
    }

    Report transfer(String id, String name) {
        return jdbi.withHandle(h -> {
            Report report = held(h, id);
            if (report.reportedOn() == null) {
                throw new Problem(
                        AccountabilityProblem.NOT_REPORTED,
                        Text.departments(report.agreed()).after("已同意：", "agreed: "));
            }
            if (report.transferredOn() != null) {
                throw new Problem(AccountabilityProblem.TRANSFERRED, Text.on(report.transferredOn()));
            }
            LocalDate today = day.today();
            h.execute("insert into accountability_transfer values (?, ?, ?)", id, today, name);
            outbox.handOver(new AccountabilityTransferred(id, today));
            return find(h, id).orElseThrow();
        });
    }

    Optional<Report> find(String id) {
        return jdbi.withHandle(h -> find(h, id));
    }

    /** At most {@code limit} of those that came so far at least, the last first, before the id {@code before}; empty for the first. */
    List<Report> list(Stage least, String before, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT
                                + """
                                where (:before = '' or a.report_id < :before)
                                    and (:least = 'DRAFTED' or :least = 'REPORTED' and r.reported_on is not null
                                        or t.transferred_on is not null)
                                order by a.report_id desc limit :limit""")
                .bind("before", before)
                .bind("least", least.name())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /** No charge without something that is on record: late or missed by this unit, or an event. */
    private static void mustBeNamed(Handle h, Charge charge) {
        if (charge.obligations().isEmpty() && charge.events().isEmpty()) {
            throw new Problem(AccountabilityProblem.NOTHING_NAMED, Text.unit(charge.department(), charge.area()));
        }
        for (String obligation : charge.obligations()) {
            boolean failed = h.createQuery(
                            """
                            select exists (select from obligation where obligation_id = ? and owner = ?
                                and starts_with(area, ?) and standing in ('MISSED', 'MET_LATE'))""")
                    .bind(0, obligation)
                    .bind(1, charge.department().name())
                    .bind(2, charge.area())
                    .mapTo(Boolean.class)
                    .one();
            if (!failed) {
                throw new Problem(AccountabilityProblem.NOT_IN_REGISTER, Text.value(obligation));
            }
        }
        for (String event : charge.events()) {
            boolean there = h.createQuery("select exists (select from event where id = ?)")
                    .bind(0, event)
                    .mapTo(Boolean.class)
                    .one();
            if (!there) {
                throw new Problem(AccountabilityProblem.NO_SUCH_EVENT, Text.value(event));
            }
        }
    }

    private void agree(Handle h, String id, Department by, String name) {
        h.execute(
                "insert into accountability_agreement values (?, ?, ?, ?) on conflict do nothing",
                id,
                by.name(),
                day.today(),
                name);
    }

    private Report held(Handle h, String id) {
        h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 101))::text")
                .bind(0, id)
                .mapTo(String.class)
                .one();
        return find(h, id).orElseThrow(() -> new Problem(AccountabilityProblem.UNKNOWN, null));
    }

    private Optional<Report> find(Handle h, String id) {
        return h.createQuery(SELECT + "where a.report_id = ?")
                .bind(0, id)
                .map((row, context) -> read(row))
                .findOne();
    }

    private Report read(ResultSet row) throws SQLException {
        LocalDate reported = row.getObject("reported_on", LocalDate.class);
        LocalDate transferred = row.getObject("transferred_on", LocalDate.class);
        Until until = reported == null || transferred != null ? Until.NONE : Until.of(policy, TRANSFER, reported);
        return new Report(
                row.getString("report_id"),
                charges(row.getString("charges")),
                List.of((String[]) row.getArray("agreed").getArray()).stream()
                        .map(Department::valueOf)
                        .toList(),
                row.getObject("drafted_on", LocalDate.class),
                reported,
                transferred,
                until.day(),
                until.assumed());
    }

    private static String json(List<Charge> charges) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(charges);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Charge> charges(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept charges cannot be read", e);
        }
    }
}
