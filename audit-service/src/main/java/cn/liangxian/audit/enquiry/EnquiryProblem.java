package cn.liangxian.audit.enquiry;

import cn.liangxian.rest.ProblemType;

/** Why an enquiry is not worked so. */
enum EnquiryProblem implements ProblemType {
    OWNED("enquiry-owned-by-first-asked", 409, "首问单位负责答复", "The unit that was asked first answers"),
    ANSWERED("enquiry-answered", 409, "该咨询已答复", "The enquiry was answered already"),
    HELP_AWAITED("enquiry-help-awaited", 409, "尚待协办部门提供意见", "A department that was asked to help has not"),
    NO_SUCH_HELPER("enquiry-no-such-helper", 422, "没有该协办单位", "No such unit that could help"),
    NOT_ASKED("enquiry-help-not-asked", 409, "未请本单位协办", "This unit was not asked to help");

    private final Wording wording;

    EnquiryProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
