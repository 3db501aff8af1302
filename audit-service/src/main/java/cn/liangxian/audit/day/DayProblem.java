package cn.liangxian.audit.day;

import cn.liangxian.rest.ProblemType;

/** Why a business date is not opened. */
enum DayProblem implements ProblemType {
    NOT_THE_NEXT("day-not-the-next", 409, "业务日必须逐日开启", "Business dates are opened one after the other"),
    NO_HOLIDAYS("holidays-not-loaded", 409, "该年节假日数据未加载", "The holidays of that year are not loaded");

    private final String code;
    private final int status;
    private final String zh;
    private final String en;

    DayProblem(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
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
