package cn.liangxian.enrollment.feed;

import java.util.List;

/**
 * What is wrong with one row: the column, a stable code, a message for the sender. It never quotes an identity number.
 *
 * @param field name of the column as the list has it
 */
public record RowFault(String field, String code, String message) {

    private static final char BETWEEN_PARTS = '\u001f';
    private static final char BETWEEN_FAULTS = '\u001e';

    /** Faults as one text, as the stage keeps them beside their row; null when there is none. */
    public static String pack(List<RowFault> faults) {
        if (faults.isEmpty()) {
            return null;
        }
        StringBuilder packed = new StringBuilder();
        for (RowFault fault : faults) {
            if (!packed.isEmpty()) {
                packed.append(BETWEEN_FAULTS);
            }
            packed.append(fault.field).append(BETWEEN_PARTS);
            packed.append(fault.code).append(BETWEEN_PARTS).append(fault.message);
        }
        return packed.toString();
    }

    /** Kinds of fault that rows of all lists share. */
    public enum Kind {
        FORMULA_CELL("formula-cell", "单元格为公式，请填写数值本身"),
        ERROR_CELL("error-cell", "单元格为错误值"),
        NAME_MISSING("name-missing", "缺少姓名"),
        BAD_CHARACTER("bad-character", "含有不允许的字符"),
        TEXT_TOO_LONG("text-too-long", "内容过长"),
        DATE_INVALID("date-invalid", "日期无法识别"),
        PERIOD_REVERSED("period-reversed", "结束日期早于开始日期"),
        DUPLICATE_ROW("duplicate-row", "同一人员重复出现"),
        UNKNOWN_PERSON("unknown-person", "登记库中没有此人"),
        NAME_DIFFERS("name-differs", "姓名与登记库不一致"),
        PERSON_DECEASED("person-deceased", "登记库显示此人已死亡或销户"),
        FLAG_INVALID("flag-invalid", "应填写是或否"),
        VILLAGE_UNKNOWN("village-unknown", "村居代码不在本辖区"),
        OUTSIDE_AREA("outside-area", "村居不在报送单位的辖区"),
        TIER_INVALID("tier-invalid", "缴费档次应为正整数（元）"),
        CHANGE_UNKNOWN("change-unknown", "变动类型无法识别"),
        BIRTH_MISSING("birth-missing", "非居民身份证须填写出生日期"),
        SEX_MISSING("sex-missing", "非居民身份证须填写性别");

        private final String code;
        private final String zh;

        Kind(String code, String zh) {
            this.code = code;
            this.zh = zh;
        }

        public String code() {
            return code;
        }

        public String zh() {
            return zh;
        }

        public RowFault at(String field) {
            return new RowFault(field, code, zh);
        }
    }
}
