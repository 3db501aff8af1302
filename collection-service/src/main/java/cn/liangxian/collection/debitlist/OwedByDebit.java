package cn.liangxian.collection.debitlist;

import cn.liangxian.collection.claim.Assessing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.TierNotAllowedException;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Which claim a township's row is about, and whether the amount that was agreed with the resident is what is owed. */
@ApplicationScoped
class OwedByDebit {

    private final Assessing assessing;

    OwedByDebit(Assessing assessing) {
        this.assessing = assessing;
    }

    /** Of another township: unknown, as if it did not exist. */
    Claim only(List<Claim> found, String area) {
        if (found.isEmpty() || !found.get(0).township().startsWith(area)) {
            throw new Problem(PaymentProblem.PAYER_UNKNOWN, null);
        }
        if (found.size() > 1) {
            throw new Problem(PaymentProblem.PAYER_AMBIGUOUS, null);
        }
        return found.get(0);
    }

    Fen agreed(Claim claim, Fen tier, Fen amount, LocalDate today) {
        Fen owed;
        try {
            owed = assessing.owed(claim, tier, today).amount();
        } catch (TierNotAllowedException e) {
            throw PaymentProblem.notAllowed(e);
        } catch (NoPaymentWindowException e) {
            throw new Problem(PaymentProblem.NO_WINDOW, new Text(e.zh(), e.getMessage()));
        }
        if (!owed.equals(amount) || !owed.isPositive()) {
            throw PaymentProblem.amountDiffers(owed, amount);
        }
        return owed;
    }
}
