package cn.liangxian.policy;

import java.time.LocalDate;

/** A stage of the campaign, both days included. */
public record Stage(String name, LocalDate from, LocalDate to, String clause, boolean assumed) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
