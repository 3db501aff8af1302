package cn.liangxian.collection.cash;

import cn.liangxian.collection.claim.Assessing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.TierNotAllowedException;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Whether cash for a claim can be paid in: only then is it taken from a resident, and otherwise it goes back. */
@ApplicationScoped
class CashOwed {

    private final Policy policy;
    private final Assessing assessing;

    CashOwed(Policy policy, Assessing assessing) {
        this.policy = policy;
        this.assessing = assessing;
    }

    /** Why nothing can be paid in on the day; empty when something can. {@code tier} null for that of the roster. */
    @Clause({"bachu-2022/第三十条(2)", "bachu-2022/第三十条(4)"})
    Optional<Problem> refusal(Claim claim, Fen tier, LocalDate on) {
        if (!claim.registered()) {
            return Optional.of(new Problem(PaymentProblem.REGISTRATION_CANCELLED, null));
        }
        if (policy.channels().stream().noneMatch(channel -> channel.openOn(on))) {
            return Optional.of(new Problem(
                    PaymentProblem.CHANNEL_CLOSED, new Text("当日没有开放的缴费渠道，现金无法缴入", "no channel is open to pay it in")));
        }
        try {
            boolean owed = assessing.owed(claim, tier, on).amount().isPositive();
            return owed ? Optional.empty() : Optional.of(new Problem(CashProblem.NOTHING_OWED, null));
        } catch (TierNotAllowedException e) {
            return Optional.of(PaymentProblem.notAllowed(e));
        } catch (NoPaymentWindowException e) {
            return Optional.of(new Problem(PaymentProblem.NO_WINDOW, new Text(e.zh(), e.getMessage())));
        }
    }
}
