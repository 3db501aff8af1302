package cn.liangxian.audit.objection;

import cn.liangxian.rest.ProblemType;

/** Why an objection is not taken or not answered. */
enum ObjectionProblem implements ProblemType {
    NOT_PUBLISHED_NOW("not-published-now", 409, "不在公示期内", "Outside the publication stage"),
    REPLACED("publication-replaced", 409, "该公示已被更正版本取代", "A corrected publication has replaced this one"),
    LINE_MISSING("line-missing", 422, "须填写公示序号", "The number of the published line is missing"),
    NO_SUCH_LINE("no-such-line", 422, "公示中没有该序号", "No line of that number is published"),
    RECEIPT_MISSING("receipt-missing", 422, "须填写缴费渠道和凭证号", "Channel and voucher of the receipt are missing"),
    ANSWERED("objection-answered", 409, "该异议已答复", "The objection was answered already"),
    WAITS_ON_OTHER("objection-waits-on-other", 409, "该异议由其他单位答复", "The objection is another's to answer"),
    GROUND_UNFIT("ground-unfit", 422, "答复理由与异议不符", "The ground does not answer what was objected to");

    private final Wording wording;

    ObjectionProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
