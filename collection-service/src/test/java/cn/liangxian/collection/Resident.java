package cn.liangxian.collection;

import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.SealedIdentity;
import cn.liangxian.handoff.Uuid7;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A made-up resident. */
public record Resident(
        String key, String idNumber, String name, String village, LocalDate birth, List<Status> statuses) {

    public static final String VILLAGE = "370404001003";
    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    public static Resident born(String birth, String... categories) {
        LocalDate date = LocalDate.parse(birth);
        List<Status> statuses = Arrays.stream(categories)
                .map(category -> new Status(category, LocalDate.of(2020, 1, 1), null))
                .toList();
        return new Resident(Uuid7.next().toString(), number(date), "测试居民", VILLAGE, date, statuses);
    }

    /** Between 16 and 60, without any status: pays everything alone. */
    public static Resident ordinary() {
        return born("1990-03-05");
    }

    public Resident of(String otherVillage) {
        return new Resident(key, idNumber, name, otherVillage, birth, statuses);
    }

    public RosterLine line(SealedIdentity seal, String rosterId, int number, Insurance insurance, Fen due) {
        return new RosterLine(
                rosterId,
                number,
                key,
                seal.seal(new SealedIdentity.Identity(idNumber, name)),
                village.substring(0, 9),
                village,
                insurance,
                2024,
                birth,
                Sex.FEMALE,
                statuses,
                due);
    }

    private static String number(LocalDate birth) {
        String text = "370404" + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format("%03d", SEQUENCE.incrementAndGet() % 1000);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return text + "10X98765432".charAt(sum % 11);
    }
}
