package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What of a day's money banks debited 批量划扣: the bank's side of the balance. */
@ApplicationScoped
class BankDebits {

    private final Jdbi jdbi;
    private final Optional<String> channel;

    BankDebits(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.channel = policy.debit().map(DebitTerms::channel);
    }

    /** Fen by insurance, less what was paid back; empty for a county whose banks debit nothing. */
    Optional<Map<Insurance, Long>> on(LocalDate day) {
        return channel.map(code -> jdbi.withHandle(h -> {
            Map<Insurance, Long> debited = new EnumMap<>(Insurance.class);
            h.createQuery(
                            """
                            select insurance, sum(fen - refunded) from collected_sum
                            where day = ? and channel = ? group by insurance""")
                    .bind(0, day)
                    .bind(1, code)
                    .map((row, context) -> debited.put(Insurance.valueOf(row.getString(1)), row.getLong(2)))
                    .list();
            return debited;
        }));
    }
}
