package cn.liangxian.collection.remittance;

import cn.liangxian.rest.ProblemType;

/** Why a whole remittance is not taken. */
public enum RemittanceProblem implements ProblemType {
    COUNT_DIFFERS("remittance-count-differs", 422, "解缴人数与明细不符", "Declared count is not the number of lines"),
    TOTAL_DIFFERS("remittance-total-differs", 422, "解缴金额与明细不符", "Declared total is not the sum of the lines"),
    RECEIVED_AHEAD("remittance-received-ahead", 422, "收款日期晚于今天", "A receipt is dated after today"),
    RECEIPTS_IN_USE(
            "remittance-receipts-in-use", 409, "收据号正被其他解缴使用，请重试", "Receipts are being remitted by another request");

    private final Wording wording;

    RemittanceProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
