package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.feed.Flaw;

/** Why a list that can be read is not applied all the same; codes are stable. */
public enum Refusal implements Flaw {
    NOT_SIGNED("not-signed", "名单无负责人签字", "nobody signed the list"),
    NOT_SEALED("not-sealed", "名单未盖章确认", "the list is not sealed"),
    ZERO_NOT_CONFIRMED("zero-not-confirmed", "申报人数为零，但未确认确无此类人员", "zero was declared and not confirmed"),
    ZERO_WITH_ROWS("zero-with-rows", "已确认确无此类人员，但名单中有人员", "zero was confirmed, and the list has people"),
    CARRIER_UNKNOWN(
            "carrier-unknown",
            "交换方式只能是电子、介质、邮件或纸质",
            "handed over neither electronically, on a medium, by mail nor on paper"),
    COUNT_DIFFERS("count-differs", "名单行数与申报人数不一致", "the rows are not as many as were declared");

    private final Wording wording;

    Refusal(String code, String zh, String en) {
        this.wording = new Wording(code, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
