package cn.liangxian.enrollment.survey;

import cn.liangxian.rest.ProblemType;

/** Why a survey or a part of the roster is not taken. */
enum SurveyProblem implements ProblemType {
    VILLAGE_UNKNOWN("survey-village-unknown", 404, "登记库中没有该村（社区）", "No such village"),
    HEADS_DIFFER("survey-heads-differ", 422, "摸排人数与登记库不一致", "The heads differ from the register"),
    NOT_OF_VILLAGE("survey-person-elsewhere", 422, "此人不在该村（社区）", "The person does not live in this village"),
    VILLAGES_MISSING("survey-villages-missing", 409, "尚有村（社区）未完成摸排", "Some villages are not surveyed yet"),
    NOT_COMPLETED("survey-not-completed", 409, "摸排尚未完成", "The survey is not completed"),
    NOT_SEALED("roster-part-not-sealed", 422, "清册须签字盖章", "The part needs signature and seal");

    private final Wording wording;

    SurveyProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
