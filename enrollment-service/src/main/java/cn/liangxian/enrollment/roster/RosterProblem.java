package cn.liangxian.enrollment.roster;

import cn.liangxian.rest.ProblemType;

/** Rosters that cannot be formed. */
enum RosterProblem implements ProblemType {
    NOBODY_TO_LIST("nobody-to-list", "没有新增应参保人员", "Nobody became eligible since the last roster");

    private final Wording wording;

    RosterProblem(String code, String zh, String en) {
        wording = new Wording(code, 409, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
