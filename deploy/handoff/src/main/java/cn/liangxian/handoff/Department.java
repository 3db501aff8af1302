package cn.liangxian.handoff;

/** Who hands over and who receives: the departments and units that the notices name. */
public enum Department {
    CIVIL_AFFAIRS("民政", "civil affairs"),
    DISABLED_FEDERATION("残联", "disabled persons' federation"),
    RURAL_REVITALIZATION("乡村振兴", "rural revitalization"),
    PUBLIC_SECURITY("公安", "public security"),
    EDUCATION("教体", "education"),
    HEALTH("卫健", "health"),
    VETERANS("退役军人事务", "veterans affairs"),
    AGEING_COMMITTEE("老龄委", "ageing committee"),
    MEDICAL_INSURANCE("医保", "medical insurance agency"),
    SOCIAL_INSURANCE("人社", "social insurance agency"),
    TAX("税务", "tax"),
    TOWNSHIP("镇街", "township"),
    VILLAGE("村居", "village"),
    SCHOOL("学校", "school"),
    BANK("银行", "bank"),
    CHANNEL("缴费渠道", "payment channel"),
    TREASURY("国库", "treasury"),
    FINANCE("财政", "finance"),
    DISCIPLINE("纪检监察", "discipline inspection"),
    AUDIT_BUREAU("审计", "audit bureau"),
    JUDICIARY("司法", "judiciary"),
    COUNTY_GOVERNMENT("县区政府", "county government"),
    PUBLICITY("融媒体", "publicity"),
    SPONSOR("资助人", "sponsor"),
    /** Not a department: the calendar that opens each business date for everybody. */
    CALENDAR("日历", "calendar"),
    /** Not a department: every party of the campaign, as receiver of a notice to all. */
    ALL("各部门", "all departments");

    private final String zh;
    private final String en;

    Department(String zh, String en) {
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
