package cn.liangxian.world.actor;

import cn.liangxian.policy.Policy;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.Misdeeds;
import cn.liangxian.world.access.Access;
import cn.liangxian.world.access.Crowd;
import cn.liangxian.world.access.Topics;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import java.time.LocalDate;

/** What every actor has around it: the notice, the way to the services, the topics, and its vices. */
public record Surroundings(
        Policy policy,
        County county,
        Access access,
        Crowd crowd,
        Topics topics,
        Chance chance,
        Misbehaviour misbehaviour,
        Misdeeds misdeeds) {

    public boolean workday(LocalDate day) {
        return policy.jurisdiction().calendar().isWorkday(day);
    }

    /** The day itself when offices work on it, else the next one on which they do. */
    public LocalDate nextWorkday(LocalDate day) {
        return policy.jurisdiction().calendar().nextWorkday(day);
    }
}
