package cn.liangxian.audit.duty;

import cn.liangxian.rest.ProblemType;

/** Why a named person is not taken down. */
enum DutyProblem implements ProblemType {
    NOT_OF_UNIT("duty-not-of-unit", 422, "该职责不属于本单位", "This unit has no such duty"),
    REASON_MISSING("duty-reason-missing", 422, "更换人员须说明原因", "Another person needs a reason"),
    VILLAGE_ELSEWHERE("handler-village-elsewhere", 422, "村（社区）不在本乡镇", "The village lies elsewhere"),
    VILLAGE_TWICE("handler-village-twice", 422, "同一村（社区）重复", "A village is named twice"),
    PUBLISHED_IN_FUTURE("handlers-published-in-future", 422, "公示日期晚于当日", "The day of publication is still to come");

    private final Wording wording;

    DutyProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
