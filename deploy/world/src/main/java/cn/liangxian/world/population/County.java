package cn.liangxian.world.population;

import cn.liangxian.policy.Category;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Stage;
import cn.liangxian.policy.Township;
import java.time.LocalDate;
import java.util.List;

/**
 * What the world knows of a county from its policy file: its division, special groups, channels and stages.
 *
 * @param asOf the day of the first household feed; ages are drawn for this day
 * @param pay the stage in which most people pay
 */
public record County(
        String code,
        List<Township> townships,
        List<Category> categories,
        List<Channel> channels,
        int feeYear,
        LocalDate asOf,
        LocalDate start,
        LocalDate end,
        Stage pay,
        Stage publish,
        Tiers tiers) {

    /** Code of the channel through which village agents hand in what they collected. */
    public static final String VILLAGE_AGENT = "VILLAGE_AGENT";

    public static County of(Policy policy) {
        LocalDate start = policy.campaign().start();
        return new County(
                policy.jurisdiction().code(),
                policy.jurisdiction().townships(),
                policy.categories(),
                policy.channels(),
                policy.feeYear(),
                start.minusMonths(1).withDayOfMonth(1),
                start,
                policy.campaign().end(),
                policy.campaign().stage("pay"),
                policy.campaign().stage("publish"),
                Tiers.of(policy));
    }

    /** The last day that is played: the end of the month in which publication ends. */
    public LocalDate lastDay() {
        LocalDate end = publish.to();
        return end.withDayOfMonth(end.lengthOfMonth());
    }

    /** An area code that was never assigned, so that no number in this county can be that of a living person. */
    String madeUpArea() {
        return code.substring(0, 4) + "99";
    }
}
