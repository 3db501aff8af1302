package cn.liangxian.enrollment.roster;

import cn.liangxian.rest.ProblemType;

/** Rosters that cannot be formed. */
enum RosterProblem implements ProblemType {
    NOBODY_TO_LIST("nobody-to-list", "没有新增应参保人员", "Nobody became eligible since the last roster");

    private final String code;
    private final String zh;
    private final String en;

    RosterProblem(String code, String zh, String en) {
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
        return 409;
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
