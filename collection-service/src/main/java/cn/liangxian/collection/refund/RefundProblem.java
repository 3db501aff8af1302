package cn.liangxian.collection.refund;

import cn.liangxian.rest.ProblemType;

/** Why a refund is not made. */
public enum RefundProblem implements ProblemType {
    NO_SURPLUS("no-surplus", 404, "未找到多缴费款", "No surplus with this payment id"),
    VOUCHER_TAKEN("refund-voucher-taken", 422, "退费凭证号已使用", "The voucher belongs to another refund");

    private final String code;
    private final int status;
    private final String zh;
    private final String en;

    RefundProblem(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
