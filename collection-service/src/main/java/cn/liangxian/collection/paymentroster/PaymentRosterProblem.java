package cn.liangxian.collection.paymentroster;

import cn.liangxian.rest.ProblemType;

/** Why a payment roster is not handed out or corrected. */
enum PaymentRosterProblem implements ProblemType {
    REPLACED("payment-roster-replaced", 409, "该缴费清册已被更正版本取代", "A corrected version has replaced this roster"),
    OBJECTION_UNKNOWN("objection-unknown", 422, "未收到该公示异议", "No such objection to this township's publication"),
    OBJECTION_CORRECTED("objection-corrected", 409, "该公示异议已更正", "The objection has been corrected already"),
    PUBLICATION_ORDERED(
            "publication-ordered", 409, "通知要求公示，不予撤下", "The notice orders publication; no line is taken off"),
    NOTHING_CORRECTED("nothing-corrected", 422, "未指明撤下或增加的清册行", "Neither a line to take off nor a payment to add"),
    NO_SUCH_LINE("no-such-line", 422, "清册中没有该行", "No such line on this roster"),
    PAYMENT_UNKNOWN("payment-unknown", 422, "未找到该缴费记录", "No such payment in this township"),
    NOT_PAID_IN_CAMPAIGN("not-paid-in-campaign", 422, "集中征缴期内未足额缴费", "Not paid in full by the end of the campaign"),
    LISTED_ALREADY("listed-already", 422, "清册已列示该缴费", "The payment is listed already"),
    REFUND_OF_ANOTHER("refund-of-another", 422, "退费与该行不符", "The refund does not belong to the line");

    private final Wording wording;

    PaymentRosterProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
