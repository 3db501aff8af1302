package cn.liangxian.collection.payableroster;

import cn.liangxian.rest.ProblemType;

/** Why a payable roster is not drawn up, reviewed or handed out. */
public enum PayableRosterProblem implements ProblemType {
    NOT_FOUND("payable-roster-unknown", 404, "未找到征收清册", "No such payable roster"),
    NOTHING_PAYABLE("nothing-payable", 409, "尚无应缴信息", "Nothing of this township can be paid"),
    NOT_A_REVIEWER("not-a-reviewer", 403, "非规定审核部门", "The policy does not name this department as a reviewer"),
    DIGEST_DIFFERS("payable-roster-digest-differs", 422, "审核的清册与现有清册不符", "Another version was reviewed"),
    NOT_IN_REVIEW("payable-roster-not-in-review", 409, "征收清册不在初审中", "The roster is not in review"),
    ALREADY_REVIEWED("payable-roster-already-reviewed", 409, "已由本人或本部门审核", "Reviewed by this person or department"),
    NOT_ISSUED("payable-roster-not-issued", 409, "征收清册尚未移交", "The roster is still in review");

    private final Wording wording;

    PayableRosterProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
