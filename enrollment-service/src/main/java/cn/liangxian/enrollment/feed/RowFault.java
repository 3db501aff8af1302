package cn.liangxian.enrollment.feed;

import java.util.List;

/**
 * What is wrong with one row: the column, a stable code, a message for the sender in both languages. It never quotes an
 * identity number.
 *
 * @param field name of the column as the list has it
 */
public record RowFault(String field, String code, String message, String messageEn) {

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
            packed.append(BETWEEN_PARTS).append(fault.messageEn);
        }
        return packed.toString();
    }

    /** One fault out of such a text. */
    public static RowFault unpack(String fault) {
        String[] parts = fault.split(Character.toString(BETWEEN_PARTS), 4);
        return new RowFault(parts[0], parts[1], parts[2], parts[3]);
    }

    /** Kinds of fault that rows of all lists share. */
    public enum Kind implements Flaw {
        FORMULA_CELL("formula-cell", "单元格为公式，请填写数值本身", "the cell is a formula: fill in the value itself"),
        ERROR_CELL("error-cell", "单元格为错误值", "the cell holds an error"),
        NAME_MISSING("name-missing", "缺少姓名", "no name"),
        BAD_CHARACTER("bad-character", "含有不允许的字符", "a character that is not allowed"),
        TEXT_TOO_LONG("text-too-long", "内容过长", "too long"),
        DATE_INVALID("date-invalid", "日期无法识别", "not a date"),
        PERIOD_REVERSED("period-reversed", "结束日期早于开始日期", "ends before it begins"),
        DUPLICATE_ROW("duplicate-row", "同一人员重复出现", "the same person more than once"),
        UNKNOWN_PERSON("unknown-person", "登记库中没有此人", "not in the register"),
        NAME_DIFFERS("name-differs", "姓名与登记库不一致", "the register has another name"),
        PERSON_DECEASED("person-deceased", "登记库显示此人已死亡或销户", "died or was struck off, says the register"),
        FLAG_INVALID("flag-invalid", "应填写是或否", "yes or no is wanted"),
        VILLAGE_UNKNOWN("village-unknown", "村居代码不在本辖区", "no village of this area"),
        OUTSIDE_AREA("outside-area", "村居不在报送单位的辖区", "a village of another area"),
        TIER_INVALID("tier-invalid", "缴费档次应为正整数（元）", "a tier is a positive whole number of yuan"),
        CHANGE_UNKNOWN("change-unknown", "变动类型无法识别", "an unknown kind of change"),
        FIELD_MISSING("field-missing", "缺少必填项", "a field that must be filled in"),
        BIRTH_MISSING("birth-missing", "非居民身份证须填写出生日期", "a day of birth is wanted without a resident ID number"),
        SEX_MISSING("sex-missing", "非居民身份证须填写性别", "the sex is wanted without a resident ID number");

        private final Wording wording;

        Kind(String code, String zh, String en) {
            this.wording = new Wording(code, zh, en);
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }
}
