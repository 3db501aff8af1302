package cn.liangxian.reconciliation.treasury;

import cn.liangxian.rest.ProblemType;

/** Why a treasury report is refused. */
enum TreasuryProblem implements ProblemType {
    MALFORMED("treasury-day-malformed", 422, "国库日报内容不完整", "Treasury report is incomplete"),
    DISAGREES("treasury-day-disagrees", 422, "国库日报笔数或金额与明细不符", "Rows do not make up the declared count and total"),
    VERSION("treasury-day-version", 409, "国库日报版本不连续", "Not the next version of this day"),
    FUTURE("treasury-day-in-future", 409, "国库日报日期尚未开启", "The business date has not been opened"),
    ACCOUNT("treasury-account-of-other-insurance", 409, "该账户属于另一险种", "The account is that of the other insurance");

    private final Wording wording;

    TreasuryProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
