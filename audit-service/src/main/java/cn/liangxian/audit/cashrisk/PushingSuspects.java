package cn.liangxian.audit.cashrisk;

import cn.liangxian.audit.CashRiskHandoff.CashSuspectsPushed;
import cn.liangxian.audit.CashRiskHandoff.PushedSuspect;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** 定期推送至各乡（镇）进行核查: on the dates of the schedule "cash.screening" the screens run, and each township gets what is new. */
@ApplicationScoped
@Clause("bachu-2022/第四十二条(2)")
class PushingSuspects implements DailyWork {

    private static final String SCHEDULE = "cash.screening";
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Policy policy;
    private final List<CashScreen> screens;

    PushingSuspects(Jdbi jdbi, Outbox outbox, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.policy = policy;
        this.screens = policy.cashRisk()
                .map((CashRiskTerms terms) -> CashScreens.of(policy, terms))
                .orElse(List.of());
    }

    List<CashScreen.Explained> screens() {
        return screens.stream().map(CashScreen::explained).toList();
    }

    @Override
    public int order() {
        return 51;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (!policy.runs(SCHEDULE, date)) {
            return;
        }
        List<CashSuspectsPushed> pushed = jdbi.withHandle(h -> screen(h, date));
        outbox.handOver(pushed);
    }

    private List<CashSuspectsPushed> screen(Handle h, LocalDate date) {
        long upTo = h.createQuery("select coalesce(max(seq), 0) from event")
                .mapTo(Long.class)
                .one();
        Map<String, String> pushes = new TreeMap<>();
        Map<String, List<PushedSuspect>> found = new TreeMap<>();
        for (CashScreen screen : screens) {
            for (CashScreen.Found one : screen.find(h, date, upTo)) {
                String push = pushes.computeIfAbsent(
                        one.township(), township -> Uuid7.next().toString());
                PushedSuspect suspect = new PushedSuspect(
                        Uuid7.next().toString(),
                        screen.explained().name(),
                        screen.explained().breach(),
                        one.village(),
                        one.amount(),
                        one.evidence());
                if (enter(h, suspect, one, push)) {
                    found.computeIfAbsent(one.township(), township -> new ArrayList<>())
                            .add(suspect);
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> push(h, pushes.get(entry.getKey()), entry.getKey(), date, entry.getValue()))
                .toList();
    }

    private static boolean enter(Handle h, PushedSuspect suspect, CashScreen.Found found, String push) {
        return h.createUpdate("insert into cash_suspect values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .bind(0, suspect.suspectId())
                        .bind(1, suspect.screen())
                        .bind(2, found.key())
                        .bind(3, suspect.breach().name())
                        .bind(4, found.township())
                        .bind(5, suspect.village())
                        .bind(6, suspect.amount().amount())
                        .bindArray(7, String.class, suspect.evidence())
                        .bind(8, push)
                        .execute()
                == 1;
    }

    private static CashSuspectsPushed push(
            Handle h, String id, String township, LocalDate date, List<PushedSuspect> suspects) {
        h.createUpdate("insert into suspect_push values (?, ?, ?)")
                .bind(0, id)
                .bind(1, township)
                .bind(2, date)
                .execute();
        return new CashSuspectsPushed(id, township, date, suspects);
    }
}
