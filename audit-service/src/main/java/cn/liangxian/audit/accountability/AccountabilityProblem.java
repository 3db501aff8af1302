package cn.liangxian.audit.accountability;

import cn.liangxian.rest.ProblemType;

/** Why a report is not made or passed on. */
enum AccountabilityProblem implements ProblemType {
    UNKNOWN("accountability-unknown", 404, "未找到该报告", "No such report"),
    NOTHING_NAMED("accountability-nothing-named", 422, "须列明未履责事项或相关记录", "A charge names an obligation or an event"),
    NOT_IN_REGISTER(
            "accountability-not-in-register", 422, "登记簿中没有该逾期事项", "No such late or missed obligation of this unit"),
    NO_SUCH_EVENT("accountability-no-such-event", 422, "没有该记录", "No such event"),
    NOT_REPORTED("accountability-not-agreed", 409, "社保、医保、税务尚未商议一致", "The three have not all agreed"),
    DONE("accountability-done", 409, "报告已提交", "The report was made already"),
    TRANSFERRED("accountability-transferred", 409, "报告已转办", "The report was passed on already");

    private final Wording wording;

    AccountabilityProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
