package cn.liangxian.collection.agreement;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where an agreement of payer and bank (两两协议) stands. */
public enum AgreementState {
    /** Debits use it. */
    SIGNED,
    /** The township named it as to be signed anew, or the card changed; waits for tax to void it. No debit uses it. */
    TO_RENEW,
    /** Voided; waits for the payer to sign anew. */
    VOIDED,
    /** Voided, and the payer has signed anew since. */
    REPLACED;

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
