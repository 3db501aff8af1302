package cn.liangxian.desk;

/** Personal data as everybody may see it: enough to recognise who is known, too little to learn who is not. */
public final class Masked {

    private static final int ACCOUNT_TAIL = 4;
    private static final int HEAD = 6;
    private static final int SHOWN = 10;
    private static final int WHOLE = 15;

    private Masked() {}

    /** Of a whole number the first six and the last four characters stay; of a shorter one a third. */
    public static String idNumber(String number) {
        if (number == null || number.isBlank()) {
            return "";
        }
        int shown = number.length() >= WHOLE ? SHOWN : number.length() / 3;
        int head = Math.min(HEAD, shown);
        int tail = shown - head;
        return number.substring(0, head)
                + "*".repeat(number.length() - shown)
                + number.substring(number.length() - tail);
    }

    /** The first character stays. */
    public static String name(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** The last four digits stay. */
    public static String account(String account) {
        int hidden = Math.max(0, account.length() - ACCOUNT_TAIL);
        return "*".repeat(hidden) + account.substring(hidden);
    }
}
