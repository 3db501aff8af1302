package cn.liangxian.collection.receipt;

import cn.liangxian.rest.ProblemType;

/** Why a document is not issued or not confirmed. */
public enum ReceiptProblem implements ProblemType {
    NOTHING_PAID("nothing-paid", 404, "未找到本人缴费记录", "This person has made no such payment"),
    NOT_CONFIRMED("receipt-not-confirmed", 404, "编号与校验码不符，无法确认", "Number and check code do not belong together"),
    BEING_ISSUED("receipt-being-issued", 409, "凭证正在开具，请重试", "The document is being issued by another request");

    private final Wording wording;

    ReceiptProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
