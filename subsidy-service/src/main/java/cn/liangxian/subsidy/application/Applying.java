package cn.liangxian.subsidy.application;

import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.subsidy.SubsidyHandoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Performs a run: one application to finance per purpose, insurance and funder, with a line for each person. */
@ApplicationScoped
class Applying {

    private static final Logger LOG = Logger.getLogger(Applying.class);

    private final Policy policy;
    private final Entitlements entitlements;
    private final Outbox outbox;
    private final BusinessDay day;

    Applying(Policy policy, Entitlements entitlements, Outbox outbox, BusinessDay day) {
        this.policy = policy;
        this.entitlements = entitlements;
        this.outbox = outbox;
        this.day = day;
    }

    /**
     * Again for the same run it applies only for what has been added since.
     *
     * @return people whose grant cannot be decided from what the rosters say
     */
    int apply(Handle h, Run run) {
        Drafts drafts = new Drafts(h);
        AtomicInteger undecided = new AtomicInteger();
        Candidates.forEach(h, run, policy.feeYear(), policy.shortage().first(), candidate -> {
            if (run.kind() == RunKind.SUBSIDY && entitlements.hangsOnUnknownWife(candidate, run.date())) {
                undecided.incrementAndGet();
            }
            for (Wanted wanted : wanted(run, candidate)) {
                drafts.add(candidate.beneficiary(), wanted);
            }
        });
        LocalDate today = day.today();
        List<SubsidyHandoff> applied = drafts.write(run.date(), today);
        outbox.handOver(applied);
        LOG.infof("run %s of %s: %d handed over", run.kind(), run.date(), applied.size());
        return undecided.get();
    }

    private List<Wanted> wanted(Run run, Candidate candidate) {
        return run.kind() == RunKind.ON_BEHALF
                ? entitlements.onBehalf(candidate, run.date())
                : entitlements.afterCompletion(candidate, run.date());
    }
}
