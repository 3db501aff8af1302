package cn.liangxian.enrollment.household;

import cn.liangxian.rest.ProblemType;

/** Household data that is not applied. */
enum HouseholdProblem implements ProblemType {
    COUNT_DIFFERS("count-differs", "行数与申报数不一致", "Rows differ from the declared count"),
    DECLARED_COUNT_MISSING("declared-count-missing", "缺少申报行数", "X-Declared-Count is missing or not a number"),
    FEED_TOO_LARGE("file-too-large", "文件超过大小上限", "The file is too large");

    private final String code;
    private final String zh;
    private final String en;

    HouseholdProblem(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
