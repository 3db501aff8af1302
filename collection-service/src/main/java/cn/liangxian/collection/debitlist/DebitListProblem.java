package cn.liangxian.collection.debitlist;

import cn.liangxian.rest.ProblemType;

/** Why a debit list or a change of an amount is not taken. */
public enum DebitListProblem implements ProblemType {
    NOT_FOUND("debit-list-unknown", 404, "未找到批量扣款清册", "No such debit list"),
    COUNT_DIFFERS("debit-list-count-differs", 422, "清册人数与明细不符", "Declared count is not the number of rows"),
    HEADER_DIFFERS(
            "debit-list-header-differs",
            422,
            "清册表头与空白清册不符，整册未接收",
            "The header is not the one of the form, and nothing of the list was taken"),
    UNSEALED("debit-list-unsealed", 422, "清册缺少主要领导签字或公章", "The list bears no signature or no seal"),
    AMOUNTS_ALREADY_SET("amounts-already-set", 409, "金额已设置，请提交变更申请", "Amounts are set; apply for a change"),
    AMOUNTS_NOT_SET("amounts-not-set", 409, "金额尚未设置", "No amount has been set for this resident"),
    WINDOW_CLOSED("amount-change-window-closed", 409, "变更申请期已过", "Changes can no longer be applied for"),
    NOT_THE_SPECIALIST(
            "not-the-specialist",
            403,
            "变更申请须由本乡镇登记在册的劳动和社会保障专干提交",
            "Only the specialist whom the township has on record applies for a change"),
    AMOUNT_UNCHANGED("amount-unchanged", 422, "金额没有变化", "This is the amount already");

    private final Wording wording;

    DebitListProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
