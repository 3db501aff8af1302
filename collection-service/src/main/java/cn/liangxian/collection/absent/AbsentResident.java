package cn.liangxian.collection.absent;

import java.time.LocalDate;

/**
 * A registered resident who works elsewhere.
 *
 * @param listId with which the resident was listed first
 * @param whereabouts place, as far as the township knows it
 * @param notices how often the resident was told; {@code lastMeans} and {@code lastToldOn} are null while never
 */
public record AbsentResident(
        String personKey,
        String listId,
        String maskedName,
        String village,
        String whereabouts,
        AbsentState state,
        int notices,
        Means lastMeans,
        LocalDate lastToldOn) {

    /** How somebody far away is told. */
    public enum Means {
        PHONE,
        SMS,
        WECHAT,
        RELATIVES,
        LETTER
    }
}
