package cn.liangxian.collection.claim;

/** Personal data as lists and screens show it. */
public final class Masked {

    private static final int ACCOUNT_TAIL = 4;

    private Masked() {}

    /** The first character stays: 张**. */
    public static String name(String name) {
        if (name.isEmpty()) {
            return name;
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** Of 18 characters the first six and the last four stay; of a shorter number less. */
    public static String idNumber(String idNumber) {
        int shown = idNumber.length() >= 15 ? 10 : idNumber.length() / 3;
        int head = Math.min(6, shown);
        int tail = shown - head;
        return idNumber.substring(0, head)
                + "*".repeat(idNumber.length() - head - tail)
                + idNumber.substring(idNumber.length() - tail);
    }

    /** The last four digits stay. */
    public static String account(String account) {
        int hidden = Math.max(0, account.length() - ACCOUNT_TAIL);
        return "*".repeat(hidden) + account.substring(hidden);
    }
}
