package cn.liangxian.enrollment.household;

import cn.liangxian.rest.ProblemType;

/** Household data that is not applied. */
enum HouseholdProblem implements ProblemType {
    COUNT_DIFFERS("count-differs", "行数与申报数不一致", "Rows differ from the declared count"),
    DECLARED_COUNT_MISSING("declared-count-missing", "缺少申报行数", "X-Declared-Count is missing or not a number"),
    FEED_TOO_LARGE("file-too-large", "文件超过大小上限", "The file is too large");

    private final Wording wording;

    HouseholdProblem(String code, String zh, String en) {
        wording = new Wording(code, 422, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
