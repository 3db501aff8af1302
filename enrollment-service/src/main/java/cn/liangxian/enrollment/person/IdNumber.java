package cn.liangxian.enrollment.person;

import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.feed.Flaw;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The number of a resident's identity document in its one written form: a citizen identity number of 18 characters
 * (GB 11643-1999, check digit verified; numbers of 15 digits are extended), or the number of another permit (foreigners',
 * Hong Kong, Macao and Taiwan residents), of which only the shape is known.
 */
public record IdNumber(String value) {

    /** Why a text is not an identity number; the code is stable, the message is for the sender. */
    public enum Fault implements Flaw {
        ID_MISSING("id-missing", "缺少身份证号", "no ID number"),
        ID_FORMAT("id-format", "身份证号格式不正确", "not the form of an ID number"),
        ID_CHECKSUM("id-checksum", "身份证号校验位不正确", "the check digit is wrong"),
        ID_BIRTH("id-birth", "身份证号中的出生日期不存在", "the day of birth in it does not exist"),
        ID_AS_NUMBER(
                "id-as-number",
                "身份证号被存为数字，末几位已丢失，请以文本格式填写",
                "stored as a number, which loses the last digits: fill it in as text");

        private final Wording wording;

        Fault(String code, String zh, String en) {
            this.wording = new Wording(code, zh, en);
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }

    /** Either a number or the fault of the text. */
    public record Reading(IdNumber number, Fault fault) {}

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final Pattern PERMIT = Pattern.compile("[A-Z]{1,3}[0-9]{6,14}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.][0-9]+)?[eE][+]?[0-9]{1,2}|[0-9]{15,18}[.]0+");

    /** Reads a text as a sender typed it: spaces around it, a small x and full-width characters are forgiven. */
    public static Reading read(String text) {
        String value = narrow(text == null ? "" : text.strip());
        if (value.isEmpty()) {
            return new Reading(null, Fault.ID_MISSING);
        }
        if (SCIENTIFIC.matcher(value).matches()) {
            return new Reading(null, Fault.ID_AS_NUMBER);
        }
        if (PERMIT.matcher(value).matches()) {
            return new Reading(new IdNumber(value), null);
        }
        if (value.length() == 15 && digits(value, 15)) {
            String first = value.substring(0, 6) + "19" + value.substring(6);
            value = first + checkDigit(first);
        }
        if (value.length() != 18 || !digits(value, 17) || "0123456789X".indexOf(value.charAt(17)) < 0) {
            return new Reading(null, Fault.ID_FORMAT);
        }
        if (checkDigit(value) != value.charAt(17)) {
            return new Reading(null, Fault.ID_CHECKSUM);
        }
        IdNumber number = new IdNumber(value);
        return number.birth() == null ? new Reading(null, Fault.ID_BIRTH) : new Reading(number, null);
    }

    /** Whether birth and sex can be read from the number. */
    public boolean ofCitizen() {
        return value.length() == 18;
    }

    /** The date of birth in the number; null for a permit, which bears none. */
    public LocalDate birth() {
        if (!ofCitizen()) {
            return null;
        }
        try {
            return LocalDate.of(number(6, 10), number(10, 12), number(12, 14));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The sex in the number (odd 17th digit: male); null for a permit. */
    public Sex sex() {
        if (!ofCitizen()) {
            return null;
        }
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Never in clear where a record is printed. */
    @Override
    public String toString() {
        return "IdNumber[masked]";
    }

    private int number(int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }

    private static char checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return CHECK.charAt(sum % 11);
    }

    private static boolean digits(String value, int count) {
        for (int i = 0; i < count; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char ascii = c >= '！' && c <= '～' ? (char) (c - 0xfee0) : c;
            narrow.append(ascii >= 'a' && ascii <= 'z' ? (char) (ascii - 32) : ascii);
        }
        return narrow.toString();
    }
}
