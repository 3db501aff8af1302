package cn.liangxian.subsidy.sweep;

import cn.liangxian.rest.ProblemType;

/** Why a sweep is not taken down. */
enum SweepProblem implements ProblemType {
    MONTH_NOT_OVER("sweep-month-not-over", 409, "该月尚未终了", "The month is not over"),
    EXCEEDS("sweep-exceeds-money", 422, "划转金额超过应划转金额", "More than there is to sweep"),
    NEGATIVE("sweep-negative", 422, "划转金额不能为负", "An amount cannot be negative"),
    ACCOUNT_OF_OTHER_MONEY("sweep-account-of-other-money", 409, "该账户已用于其他资金", "The account holds other money"),
    OTHER_ACCOUNT("sweep-other-account", 409, "该项资金已有对应财政专户", "This money has another account");

    private final Wording wording;

    SweepProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
