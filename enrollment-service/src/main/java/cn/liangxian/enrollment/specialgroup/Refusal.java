package cn.liangxian.enrollment.specialgroup;

/** Why a list that can be read is not applied all the same; codes are stable. */
public enum Refusal {
    NOT_SIGNED("not-signed", "名单无负责人签字"),
    NOT_SEALED("not-sealed", "名单未盖章确认"),
    ZERO_NOT_CONFIRMED("zero-not-confirmed", "申报人数为零，但未确认确无此类人员"),
    ZERO_WITH_ROWS("zero-with-rows", "已确认确无此类人员，但名单中有人员"),
    CARRIER_UNKNOWN("carrier-unknown", "交换方式只能是电子、介质、邮件或纸质"),
    COUNT_DIFFERS("count-differs", "名单行数与申报人数不一致");

    private final String code;
    private final String zh;

    Refusal(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }
}
