package cn.liangxian.reconciliation.month;

import cn.liangxian.rest.ProblemType;

/** Why a statement or a report of a month is not taken. */
enum MonthProblem implements ProblemType {
    MALFORMED("month-malformed", 422, "月份格式须为 yyyy-MM", "A month is written as 2023-09"),
    NOT_OVER("month-not-over", 409, "该月尚未终了", "The month is not over"),
    VERSION("month-version", 409, "版本号不连续", "Not the next version"),
    ACCOUNT("month-account", 422, "账户与该险种入库账户不一致", "Not the account into which this insurance is paid"),
    NO_STATEMENT("statement-missing", 409, "人民银行尚未提供该月对账单", "The treasury has not stated this month"),
    UNEXPLAINED("income-unexplained", 422, "收入差异原因合计与差额不符", "The reasons do not sum up to the difference");

    private final Wording wording;

    MonthProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
