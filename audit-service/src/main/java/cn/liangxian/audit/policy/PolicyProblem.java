package cn.liangxian.audit.policy;

import cn.liangxian.rest.ProblemType;

/** Why a sign-off is not taken. */
enum PolicyProblem implements ProblemType {
    OTHER_TEXT("policy-text-differs", 409, "会签文本与现行部署文本不一致", "That is not the text that is to come into force"),
    NO_SIGNATORY("policy-no-signatory", 403, "本部门不是会签部门", "The policy does not name this department to sign off");

    private final Wording wording;

    PolicyProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
