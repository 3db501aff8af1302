package cn.liangxian.world.population;

import cn.liangxian.policy.Channel;
import java.time.LocalDate;
import java.util.List;

/**
 * By which channel and on which day people pay: most through the village agent, or by a debit of their account where the
 * notice has that; many early, many at the last moment.
 */
final class Habits {
    private static final double NEVER = 0.04;
    private static final double MAIN = 0.60;
    private static final double AFTER_CAMPAIGN = 0.015;
    /** A registered resident reaches collection with the next additional roster; the bill follows. */
    private static final int DAYS_TO_BILL = 14;

    private static final int LATEST_AFTER_CAMPAIGN = 25;

    private final County county;
    private final List<Channel> others;
    /** The way of most: null where there is no such way. */
    private final String main;

    private final int payDays;

    Habits(County county) {
        this.county = county;
        String agents = county.agentChannel();
        main = agents != null ? agents : county.debitChannel();
        others = county.channels().stream()
                .filter(c -> !c.entrusted() && !c.code().equals(county.debitChannel()))
                .toList();
        payDays = (int) (county.pay().to().toEpochDay() - county.pay().from().toEpochDay()) + 1;
    }

    PaymentHabit of(Chance chance, LocalDate registersOn) {
        // who registers late is on no debit list of this campaign
        boolean debited = main != null && main.equals(county.debitChannel());
        boolean usual = main != null
                && (!debited || registersOn == null)
                && chance.of("agent").happens(MAIN);
        String channel = usual ? main : other(chance);
        if (chance.of("never").happens(NEVER)) return new PaymentHabit(channel, null);
        if (!channel.equals(main) && chance.of("after").happens(AFTER_CAMPAIGN)) return after(chance, channel);
        LocalDate day = county.pay().from().plusDays(dayOf(chance));
        if (registersOn != null && day.isBefore(registersOn.plusDays(DAYS_TO_BILL))) {
            day = registersOn.plusDays(DAYS_TO_BILL);
            if (day.isAfter(county.pay().to())) return new PaymentHabit(channel, null);
        }
        return new PaymentHabit(channel, day);
    }

    private PaymentHabit after(Chance chance, String channel) {
        LocalDate day = county.end().plusDays(chance.of("day after").between(1, LATEST_AFTER_CAMPAIGN));
        return new PaymentHabit(channel, isOpen(channel, day) ? day : county.end());
    }

    private boolean isOpen(String code, LocalDate day) {
        return others.stream().anyMatch(c -> c.code().equals(code) && c.openOn(day));
    }

    private String other(Chance chance) {
        double[] weights = new double[others.size()];
        for (int i = 0; i < weights.length; i++) weights[i] = 1.0 / (i + 1);
        return others.get(chance.of("channel").weighted(weights)).code();
    }

    private int dayOf(Chance chance) {
        double at = chance.of("day").share();
        int third = payDays / 4;
        return switch (chance.of("rush").weighted(35, 40, 25)) {
            case 0 -> (int) (at * third);
            case 1 -> (int) (at * payDays);
            default -> payDays - 1 - (int) (at * third);
        };
    }
}
