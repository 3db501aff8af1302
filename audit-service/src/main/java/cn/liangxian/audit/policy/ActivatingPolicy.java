package cn.liangxian.audit.policy;

import cn.liangxian.audit.AuditHandoff.PolicyActivated;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Effective;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts the policy into force with the first business date on which all have signed off and its time has come, and lets it
 * lapse with its last one (有效期届满，自动失效). The handed-over date says so to everybody.
 */
@ApplicationScoped
@Clause("bachu-2022/第四十六条")
public class ActivatingPolicy {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Policy policy;
    private final SigningOff signing;

    ActivatingPolicy(Jdbi jdbi, Outbox outbox, Policy policy, SigningOff signing) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.policy = policy;
        this.signing = signing;
    }

    /** Digest of the text that is in force on the date that is being opened; empty when none is. */
    @Transactional(TxType.MANDATORY)
    public String inForceOn(LocalDate date) {
        if (policy.effective().covers(date)
                && activatedOn().isEmpty()
                && signing.missing().isEmpty()) {
            activate(date);
        }
        return jdbi.withHandle(h -> h.createQuery(
                                """
                                select digest from policy_activation
                                where activated_on <= :date and valid_from <= :date and coalesce(valid_until, :date) >= :date
                                order by activated_on desc limit 1""")
                        .bind("date", date)
                        .mapTo(String.class)
                        .findOne())
                .orElse("");
    }

    /** The date on which this text came into force; empty while it has not. */
    Optional<LocalDate> activatedOn() {
        return jdbi.withHandle(h -> h.createQuery("select activated_on from policy_activation where digest = ?")
                .bind(0, policy.digest())
                .mapTo(LocalDate.class)
                .findOne());
    }

    private void activate(LocalDate date) {
        Effective effective = policy.effective();
        jdbi.useHandle(h -> h.createUpdate("insert into policy_activation values (?, ?, ?, ?)")
                .bind(0, policy.digest())
                .bind(1, date)
                .bind(2, effective.from())
                .bind(3, effective.until())
                .execute());
        outbox.handOver(new PolicyActivated(
                policy.id(),
                policy.digest(),
                policy.feeYear(),
                policy.jurisdiction().code(),
                effective.from(),
                effective.until(),
                date,
                signing.given()));
    }
}
