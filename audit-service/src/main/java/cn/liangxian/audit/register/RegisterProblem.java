package cn.liangxian.audit.register;

import cn.liangxian.rest.ProblemType;

/** Why the register does not take a word about an obligation. */
enum RegisterProblem implements ProblemType {
    ZERO_NOT_ALLOWED("zero-not-allowed", 409, "该事项不允许零报", "The policy does not let this be confirmed as zero"),
    NOT_OWED_ANY_MORE("not-owed-any-more", 409, "该事项已办结或未在办理中", "This is settled, or not open");

    private final Wording wording;

    RegisterProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
