package cn.liangxian.collection.agreement;

import cn.liangxian.collection.lifecycle.LifeCycle;
import cn.liangxian.collection.lifecycle.Worded;
import cn.liangxian.rest.Text;

/** Where an agreement of payer and bank (两两协议) stands. */
public enum AgreementState implements Worded {
    /** Debits use it. */
    SIGNED("有效", "Valid"),
    /** The township named it as to be signed anew, or the card changed; waits for tax to void it. No debit uses it. */
    TO_RENEW("待作废重签", "To be voided and signed anew"),
    /** Voided; waits for the payer to sign anew. */
    VOIDED("已作废待重签", "Voided, not signed anew"),
    /** Voided, and the payer has signed anew since. */
    REPLACED("已重签", "Signed anew");

    private final Text word;

    AgreementState(String zh, String en) {
        word = new Text(zh, en);
    }

    @Override
    public Text word() {
        return word;
    }

    enum Step {
        LISTED,
        VOIDED_BY_TAX,
        SIGNED_ANEW
    }

    static final LifeCycle<AgreementState, Step> LIFE = LifeCycle.startingIn(SIGNED, Step.class)
            .from(SIGNED, Step.LISTED, TO_RENEW)
            .from(TO_RENEW, Step.LISTED, TO_RENEW)
            .from(TO_RENEW, Step.VOIDED_BY_TAX, VOIDED)
            .from(VOIDED, Step.SIGNED_ANEW, REPLACED)
            .done();
}
