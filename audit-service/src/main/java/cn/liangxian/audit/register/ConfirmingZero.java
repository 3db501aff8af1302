package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.ZeroConfirmed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes the word of whoever owes a handoff that there is nothing to hand over. The word is a handoff itself, and meets the
 * obligation when the register reads it.
 */
@ApplicationScoped
class ConfirmingZero {

    private final Jdbi jdbi;
    private final Rulebook rulebook;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Caller caller;

    ConfirmingZero(Jdbi jdbi, Rulebook rulebook, Outbox outbox, BusinessDay day, Caller caller) {
        this.jdbi = jdbi;
        this.rulebook = rulebook;
        this.outbox = outbox;
        this.day = day;
        this.caller = caller;
    }

    /** {@link Problem} when the caller does not owe it, the policy allows no zero, or it is settled already. */
    @Transactional(TxType.MANDATORY)
    ZeroConfirmed confirm(String obligationId, String reason) {
        return jdbi.withHandle(h -> {
            Bookkeeping.oneAtATime(h);
            Entry entry = new RegisterStore(h)
                    .entry(obligationId)
                    .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
            caller.mustCover(entry.obligation().area());
            caller.mustBe(entry.obligation().owner());
            mustBeAllowed(entry);
            ZeroConfirmed zero = new ZeroConfirmed(
                    obligationId,
                    entry.obligation().handoff(),
                    entry.obligation().owner(),
                    entry.obligation().area(),
                    day.today(),
                    reason);
            keep(h, zero);
            outbox.handOver(zero);
            return zero;
        });
    }

    private void mustBeAllowed(Entry entry) {
        boolean allowed = rulebook.rule(entry.obligation().handoff())
                .map(rule -> rule.deadline().zero())
                .orElse(false);
        if (!allowed || entry.needed() > 1) {
            throw new Problem(
                    RegisterProblem.ZERO_NOT_ALLOWED,
                    Text.value(entry.obligation().handoff()));
        }
        boolean open = LifeCycle.allows(entry.standing(), Happening.PASSED) || entry.standing() == Standing.MISSED;
        if (entry.met() != null || !open) {
            throw new Problem(
                    RegisterProblem.NOT_OWED_ANY_MORE, entry.standing().text());
        }
    }

    private void keep(Handle h, ZeroConfirmed zero) {
        int kept = h.createUpdate("insert into zero_confirmation values (?, ?, ?, ?, ?) on conflict do nothing")
                .bind(0, zero.obligationId())
                .bind(1, zero.department().name())
                .bind(2, caller.name())
                .bind(3, zero.confirmedOn())
                .bind(4, zero.reason())
                .execute();
        if (kept == 0) {
            throw new Problem(RegisterProblem.NOT_OWED_ANY_MORE, new Text("已确认零报", "zero was confirmed before"));
        }
    }
}
