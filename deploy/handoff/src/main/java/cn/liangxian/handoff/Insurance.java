package cn.liangxian.handoff;

/** The two resident insurances of a county. */
public enum Insurance {
    PENSION("城乡居民基本养老保险", "resident basic pension"),
    MEDICAL("城乡居民基本医疗保险", "resident basic medical insurance");

    private final String zh;
    private final String en;

    Insurance(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
