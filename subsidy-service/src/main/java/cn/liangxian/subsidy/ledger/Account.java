package cn.liangxian.subsidy.ledger;

/** Where money stands. Amounts are fen; a debit is positive, a credit negative. */
public enum Account {
    /** Credit: what finance has appropriated. */
    FINANCE_APPROPRIATION,
    /** Appropriated and not yet used: its balance is what is open. */
    SPECIAL_ACCOUNT,
    /** Paid to the contribution of a person, or granted to one. */
    PERSON,
    /** Paid into the fund of an insurance. */
    FUND,
    /** Gone back to finance. */
    RETURNED,
    /** Paid out for somebody to whom it turned out not to be due: finance takes it back or sets it off. */
    TO_RECOVER,
    /** Credit: what sponsors have paid. */
    SPONSOR
}
