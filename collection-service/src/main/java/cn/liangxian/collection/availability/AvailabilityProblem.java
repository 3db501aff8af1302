package cn.liangxian.collection.availability;

import cn.liangxian.rest.ProblemType;

/** Why a report about a channel is not taken. */
public enum AvailabilityProblem implements ProblemType {
    ALREADY_INTERRUPTED(
            "channel-already-interrupted", 409, "该渠道已报中断", "The channel is reported as interrupted already"),
    NOT_INTERRUPTED("channel-not-interrupted", 409, "该渠道未报中断", "The channel is not reported as interrupted"),
    ENDS_BEFORE_IT_BEGINS("outage-ends-before-it-begins", 422, "恢复时间早于中断时间", "The outage ends before it begins"),
    AHEAD_OF_TIME("channel-report-ahead-of-time", 422, "报告时间晚于当前业务日", "The report is about a day to come");

    private final Wording wording;

    AvailabilityProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
