package cn.liangxian.world.actor;

import cn.liangxian.policy.Channel;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Chance;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Now and then a channel takes no money for an hour or two; it reports that, and when it works again. */
public final class Outages implements Actor {
    private static final int TIMES = 3;
    private static final int MOST_MINUTES = 150;

    private final Surroundings around;
    private final Map<LocalDate, Outage> outages = new TreeMap<>();

    private record Outage(String channel, LocalDateTime since, int minutes, int failures) {}

    public Outages(Surroundings around) {
        this.around = around;
        List<Channel> online =
                around.county().channels().stream().filter(Channel::online).toList();
        LocalDate from = around.county().pay().from();
        int days = (int) (around.county().pay().to().toEpochDay() - from.toEpochDay());
        for (int n = 0; n < TIMES && !online.isEmpty(); n++) {
            Chance die = around.chance().of("outage").of(n);
            LocalDate day = from.plusDays(die.of("day").below(Math.max(1, days)));
            outages.put(
                    day,
                    new Outage(
                            online.get(die.of("channel").below(online.size())).code(),
                            day.atTime(
                                    die.of("hour").between(8, 20),
                                    die.of("minute").below(60)),
                            die.of("minutes").between(5, MOST_MINUTES),
                            die.of("failures").between(1, 9)));
        }
    }

    @Override
    public void atTheDesk(LocalDate day) {
        Outage outage = outages.get(day);
        if (outage == null) return;
        report(outage, day, "interruptions", Map.of("since", outage.since().toString(), "cause", "系统维护"));
        report(outage, day, "failures", Map.of("on", day.toString(), "failures", outage.failures(), "cause", "支付超时"));
        LocalDateTime at = outage.since().plusMinutes(outage.minutes());
        report(outage, day, "restorations", Map.of("at", at.toString()));
    }

    private void report(Outage outage, LocalDate day, String what, Map<String, Object> body) {
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("channel", around.county().code()),
                        "/channels/" + outage.channel() + "/" + what,
                        "channel-" + what + "-" + day,
                        Body.json(body))
                .orThrow(what + " of " + outage.channel());
    }
}
