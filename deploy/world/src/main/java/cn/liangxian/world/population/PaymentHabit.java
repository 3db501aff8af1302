package cn.liangxian.world.population;

import java.time.LocalDate;

/**
 * How a resident uses to pay.
 *
 * @param channel code of the channel in the policy
 * @param day when the resident pays, or hands the money to the village agent; null when never
 */
public record PaymentHabit(String channel, LocalDate day) {

    public boolean pays() {
        return day != null;
    }
}
