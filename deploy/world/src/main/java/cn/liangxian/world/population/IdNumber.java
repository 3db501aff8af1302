package cn.liangxian.world.population;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Citizen identity numbers after GB 11643, made up: their area code is none that was ever assigned. */
public final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {}

    /**
     * @param area six digits
     * @param sequence 0 to 999; odd for men
     */
    public static String of(String area, LocalDate birth, int sequence) {
        String body = area + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + three(sequence);
        return body + check(body);
    }

    /** The same number with a check character that does not fit. */
    public static String spoiled(String number) {
        char check = number.charAt(17);
        return number.substring(0, 17) + (check == '5' ? '6' : '5');
    }

    static char check(String body) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (body.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % 11);
    }

    private static String three(int sequence) {
        return (sequence < 10 ? "00" : sequence < 100 ? "0" : "") + sequence;
    }
}
