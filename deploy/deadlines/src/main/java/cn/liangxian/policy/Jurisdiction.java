package cn.liangxian.policy;

import cn.liangxian.calendar.WorkCalendar;
import java.util.List;
import java.util.Optional;

/**
 * The county, district or city that a policy file speaks for.
 *
 * @param code six-digit division code; a township's code begins with it
 */
public record Jurisdiction(
        String code, String name, String nameEn, List<Township> townships, WorkCalendar calendar, String clause) {

    public Jurisdiction {
        townships = List.copyOf(townships);
    }

    public Optional<Township> township(String townshipCode) {
        return townships.stream().filter(t -> t.code().equals(townshipCode)).findFirst();
    }
}
