package cn.liangxian.collection.refund;

import cn.liangxian.rest.ProblemType;

/** Why a refund is not made. */
public enum RefundProblem implements ProblemType {
    NO_SURPLUS("no-surplus", 404, "未找到多缴费款", "No surplus with this payment id"),
    VOUCHER_TAKEN("refund-voucher-taken", 422, "退费凭证号已使用", "The voucher belongs to another refund");

    private final Wording wording;

    RefundProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
