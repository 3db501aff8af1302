package cn.liangxian.policy;

import cn.liangxian.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The county, district or city that a policy file speaks for.
 *
 * @param code six-digit division code; a township's code begins with it
 * @param townships under all codes that they had or will have; see {@link #townships(LocalDate)}
 */
public record Jurisdiction(
        String code, String name, String nameEn, List<Township> townships, WorkCalendar calendar, String clause) {

    public Jurisdiction {
        townships = List.copyOf(townships);
    }

    /** The townships as they are on the day. */
    public List<Township> townships(LocalDate day) {
        return townships.stream().filter(township -> township.existsOn(day)).toList();
    }

    /** Under whatever code, also one that is no longer in use. */
    public Optional<Township> township(String townshipCode) {
        return townships.stream().filter(t -> t.code().equals(townshipCode)).findFirst();
    }

    /** Empty also for a code that is not in use on the day. */
    public Optional<Township> township(String townshipCode, LocalDate day) {
        return township(townshipCode).filter(township -> township.existsOn(day));
    }

    /** What the township of this code is on the day; empty when it became nothing that is known. */
    public Optional<Township> successor(String townshipCode, LocalDate day) {
        Optional<Township> found = township(townshipCode);
        for (int steps = 0; found.isPresent() && steps < townships.size(); steps++) {
            if (found.get().existsOn(day)) return found;
            found = found.map(Township::into).flatMap(this::township);
        }
        return Optional.empty();
    }
}
