package cn.liangxian.collection.agreement;

import java.time.LocalDate;

/**
 * An agreement as the desks see it; ID number and account are masked.
 *
 * @param renewReason why it must be signed anew, and {@code listedOn} when its township last said so; null while it need not
 */
public record Agreement(
        String bank,
        String agreementNo,
        String maskedName,
        String maskedIdNumber,
        String maskedAccount,
        AgreementState state,
        LocalDate signedOn,
        RenewReason renewReason,
        LocalDate listedOn,
        LocalDate voidedOn) {

    AgreementKey key() {
        return new AgreementKey(bank, agreementNo);
    }

    /** Why an agreement is signed anew (bachu-2022/第二十五条(5)). */
    public enum RenewReason {
        TO_SIGN_ANEW,
        CARD_CHANGED
    }
}
