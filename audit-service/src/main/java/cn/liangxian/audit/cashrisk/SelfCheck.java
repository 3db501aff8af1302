package cn.liangxian.audit.cashrisk;

import cn.liangxian.audit.CashRiskHandoff.SelfCheckReported;
import cn.liangxian.audit.publication.Evidence;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** 各乡（镇）开展自查自纠，并形成报告反馈至税务部门: a township says of every suspect of a push what it found, once. */
@ApplicationScoped
@Clause("bachu-2022/第四十二条(3)")
class SelfCheck {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;

    SelfCheck(Jdbi jdbi, Outbox outbox, BusinessDay day) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
    }

    /** What a township found about a suspect. */
    enum Result {
        IN_ORDER,
        /** It was wrong and has been set right. */
        CORRECTED,
        VIOLATION
    }

    /** In an open transaction. {@link Problem} when suspects are missing or foreign, or it was reported before. */
    SelfCheckReported report(String push, String township, Map<String, Result> results, Evidence signed, String by) {
        LocalDate today = day.today();
        jdbi.useHandle(h -> enter(h, push, results, signed, today, by));
        Map<Result, Integer> counts = new TreeMap<>();
        results.values().forEach(result -> counts.merge(result, 1, Integer::sum));
        SelfCheckReported reported = new SelfCheckReported(
                push,
                township,
                counts.getOrDefault(Result.IN_ORDER, 0),
                counts.getOrDefault(Result.CORRECTED, 0),
                counts.getOrDefault(Result.VIOLATION, 0),
                signed.digest(),
                today);
        outbox.handOver(reported);
        return reported;
    }

    private static void enter(
            Handle h, String push, Map<String, Result> results, Evidence signed, LocalDate today, String by) {
        Set<String> asked = new TreeSet<>(h.createQuery("select suspect_id from cash_suspect where push_id = ?")
                .bind(0, push)
                .mapTo(String.class)
                .list());
        if (!asked.equals(results.keySet())) {
            throw new Problem(
                    CashRiskProblem.NOT_EVERY_SUSPECT,
                    new Text("共推送疑点" + asked.size() + "条", asked.size() + " suspects were pushed"));
        }
        int entered = h.createUpdate("insert into self_check values (?, ?, ?, ?) on conflict do nothing")
                .bind(0, push)
                .bind(1, signed.digest())
                .bind(2, today)
                .bind(3, by)
                .execute();
        if (entered == 0) {
            throw new Problem(CashRiskProblem.REPORTED_BEFORE, null);
        }
        h.execute("insert into self_check_report values (?, ?)", push, signed.content());
        results.forEach((suspect, result) -> h.createUpdate("insert into self_check_result values (?, ?)")
                .bind(0, suspect)
                .bind(1, result.name())
                .execute());
    }
}
