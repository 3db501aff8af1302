package cn.liangxian.audit.supervision;

import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import java.time.LocalDate;
import java.util.List;

/** How long what a rule looks for may last before it is found; never where the county's policy gives no time. */
record TimeGiven(Schedule schedule) {

    /** What has lasted since a day. */
    record Lasting(LocalDate day, Suspect suspect) {}

    static TimeGiven by(Policy policy, String schedule) {
        return new TimeGiven(policy.schedules().get(schedule));
    }

    boolean given() {
        return schedule != null;
    }

    boolean assumed() {
        return given() && schedule.assumed();
    }

    /** Null where no time is given. */
    String clause() {
        return given() ? schedule.clause() : null;
    }

    /** What has lasted longer on the date. */
    List<Suspect> exceeded(List<Lasting> all, LocalDate date) {
        return all.stream()
                .filter(one -> schedule.dueAfter(one.day()).isBefore(date))
                .map(Lasting::suspect)
                .toList();
    }

    /** As the end of a sentence. */
    @Override
    public String toString() {
        return given() ? schedule.after().toString() : "a time that this county's policy does not give";
    }
}
