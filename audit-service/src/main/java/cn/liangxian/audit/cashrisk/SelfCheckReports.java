package cn.liangxian.audit.cashrisk;

import cn.liangxian.audit.publication.Evidence;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The signed reports that the townships feed back, as they were handed in. Who looks at one is kept, for it may name residents. */
@ApplicationScoped
@Clause("bachu-2022/第四十二条(3)")
class SelfCheckReports {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Caller caller;

    SelfCheckReports(Jdbi jdbi, BusinessDay day, Caller caller) {
        this.jdbi = jdbi;
        this.day = day;
        this.caller = caller;
    }

    /** A department that looked at a report, for an area. */
    public record Look(Department department, String area, LocalDate seenOn) {}

    /** What cannot be noted is not seen. */
    @Transactional
    Evidence look(String push) {
        Evidence report = jdbi.withHandle(h -> h.createQuery("select content from self_check_report where push_id = ?")
                        .bind(0, push)
                        .map((row, context) -> Evidence.of(row.getBytes(1)))
                        .findOne())
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        jdbi.useHandle(h -> h.execute(
                "insert into self_check_look values (?, ?, ?, ?, ?) on conflict do nothing",
                push,
                caller.name(),
                caller.department().name(),
                caller.area(),
                day.today()));
        return report;
    }

    /** At most 50, the latest first. */
    List<Look> looks(String push) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select department, area, seen_on from self_check_look where push_id = ?
                        order by seen_on desc, by_whom limit 50""")
                .bind(0, push)
                .map((row, context) -> new Look(
                        Department.valueOf(row.getString("department")),
                        row.getString("area"),
                        row.getObject("seen_on", LocalDate.class)))
                .list());
    }
}
