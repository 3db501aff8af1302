package cn.liangxian.reconciliation.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jdbi.v3.core.Jdbi;

/**
 * One transaction at a time draws conclusions (balances, details, entitlements, red list). It writes its own facts, then
 * takes its turn, then looks: so of two transactions that bring the two halves of a day, the later one sees both. The
 * turn ends with the transaction, and what is handed over within it keeps its order.
 */
@ApplicationScoped
public class BalancingTurn {

    /** Any pair that no other advisory lock of this database uses. */
    private static final String TAKE = "select pg_advisory_xact_lock(8083, 1)";

    private final Jdbi jdbi;

    BalancingTurn(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(TxType.MANDATORY)
    public void take() {
        jdbi.useHandle(h -> h.createQuery(TAKE).mapToMap().list());
    }
}
