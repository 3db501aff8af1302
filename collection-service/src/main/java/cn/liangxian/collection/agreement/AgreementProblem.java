package cn.liangxian.collection.agreement;

import cn.liangxian.rest.ProblemType;

/** Why something about agreements is refused. */
public enum AgreementProblem implements ProblemType {
    NO_DEBIT("no-batch-debit", 404, "本地区未开展批量划扣", "This county does not debit in batches"),
    BANK_UNKNOWN("bank-unknown", 422, "政策未列入该银行", "The policy names no such bank"),
    STILL_VALID(
            "agreement-still-valid", 409, "该人已有有效扣款协议，作废后方可重签", "Another agreement is valid; it must be voided first"),
    NUMBER_TAKEN("agreement-number-taken", 422, "协议号已被使用", "The agreement number belongs to another agreement"),
    COUNT_DIFFERS("renewal-count-differs", 422, "重签人数与明细不符", "Declared count is not the number of lines"),
    NOT_WITHOUT("agreement-not-missing", 422, "该人不在未签订协议人员中", "This person does not lack an agreement here"),
    NOT_LISTED("agreements-not-listed", 409, "税务部门尚未推送未签订协议人员", "Tax has not told yet who has no agreement");

    private final Wording wording;

    AgreementProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
