package cn.liangxian.desk;

/** Personal data as everybody may see it: enough to recognise who is known, too little to learn who is not. */
public final class Masked {

    private static final int HEAD = 6;
    private static final int TAIL = 4;

    private Masked() {}

    /** District and last four of a citizen's number; of anything shorter, the first. */
    public static String idNumber(String number) {
        if (number == null || number.isBlank()) {
            return "";
        }
        if (number.length() <= HEAD + TAIL) {
            return number.charAt(0) + "*".repeat(number.length() - 1);
        }
        return number.substring(0, HEAD)
                + "*".repeat(number.length() - HEAD - TAIL)
                + number.substring(number.length() - TAIL);
    }

    /** The first character of a name. */
    public static String name(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.min(2, name.codePointCount(first, name.length())));
    }
}
