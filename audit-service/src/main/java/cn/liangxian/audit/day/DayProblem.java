package cn.liangxian.audit.day;

import cn.liangxian.rest.ProblemType;

/** Why a business date is not opened. */
enum DayProblem implements ProblemType {
    NOT_THE_NEXT("day-not-the-next", 409, "业务日必须逐日开启", "Business dates are opened one after the other"),
    NO_HOLIDAYS("holidays-not-loaded", 409, "该年节假日数据未加载", "The holidays of that year are not loaded");

    private final Wording wording;

    DayProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
