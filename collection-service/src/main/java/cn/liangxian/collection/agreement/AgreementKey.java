package cn.liangxian.collection.agreement;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;

/** Which agreement: the bank's code and its own number, written {@code bank/number}. A page of a list ends with one. */
record AgreementKey(String bank, String agreementNo) {

    /** Before all others. */
    static final AgreementKey FIRST = new AgreementKey("", "");

    /** @throws Problem MALFORMED when it is no key */
    static AgreementKey parse(String text) {
        int slash = text.indexOf('/');
        if (text.isEmpty()) {
            return FIRST;
        }
        if (slash < 0) {
            throw new Problem(AnyRequestProblem.MALFORMED, new Text("after 须为“银行/协议号”", "after is bank/number"));
        }
        return new AgreementKey(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return bank + '/' + agreementNo;
    }
}
