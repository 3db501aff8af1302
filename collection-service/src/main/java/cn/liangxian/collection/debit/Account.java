package cn.liangxian.collection.debit;

/**
 * What a bank is to debit.
 *
 * @param openingBank number of the branch that holds it; null: the bank itself
 * @param holder who need not be the resident whose contribution is paid
 */
record Account(String agreementNo, String openingBank, String number, String holder) {
    @Override
    public String toString() {
        return "Account[masked]";
    }
}
