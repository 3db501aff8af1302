package cn.liangxian.world.population;

import cn.liangxian.policy.Category;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.policy.Stage;
import cn.liangxian.policy.Township;
import java.time.LocalDate;
import java.util.List;

/**
 * What the world knows of a county from its policy file: its division, special groups, channels and stages.
 *
 * @param asOf the day of the first household feed; ages are drawn for this day
 * @param listsFrom the first day of the month in which departments write their lists
 * @param pay the stage in which most people pay
 * @param lastDay the last day that is played
 * @param debitChannel code of the channel under which accounts are debited in batches; null in a county that does not
 */
public record County(
        String code,
        List<Township> townships,
        List<Category> categories,
        List<Channel> channels,
        int feeYear,
        LocalDate asOf,
        LocalDate listsFrom,
        LocalDate start,
        LocalDate end,
        Stage pay,
        Stage publish,
        LocalDate lastDay,
        String debitChannel,
        Tiers tiers) {

    /** Of special groups, and how long before it is due a list is begun. */
    private static final String LISTS = "enrollment-special-group-listed";

    private static final int LISTING_DAYS = 27;
    /** A date of the notice that may lie long before its campaign; who is asked about residents then must know them. */
    private static final String AGREEMENTS = "agreements.missing";

    private static final String CASH_SAMPLE = "cash.sample";

    public static County of(Policy policy) {
        LocalDate start = policy.campaign().start();
        LocalDate listsFrom = firstOfMonth(listsDue(policy).minusDays(LISTING_DAYS));
        return new County(
                policy.jurisdiction().code(),
                policy.jurisdiction().townships(),
                policy.categories(),
                policy.channels(),
                policy.feeYear(),
                asOf(policy, start, listsFrom),
                listsFrom,
                start,
                policy.campaign().end(),
                policy.campaign().stage("pay"),
                policy.campaign().stage("publish"),
                lastDay(policy),
                policy.debit().map(DebitTerms::channel).orElse(null),
                Tiers.of(policy));
    }

    /** Code of the channel through which village agents hand in what they collected; null where there is none. */
    public String agentChannel() {
        return channels.stream()
                .filter(Channel::entrusted)
                .findFirst()
                .map(Channel::code)
                .orElse(null);
    }

    /** The last day on which departments hand in their lists in time. */
    public static LocalDate listsDue(Policy policy) {
        return policy.deadline(LISTS)
                .map(deadline -> deadline.rule().due(policy.anchors()))
                .orElse(policy.campaign().start().minusDays(1));
    }

    private static LocalDate asOf(Policy policy, LocalDate start, LocalDate listsFrom) {
        LocalDate first = firstOfMonth(start.minusMonths(1));
        first = listsFrom.isBefore(first) ? listsFrom : first;
        Schedule agreements = policy.schedules().get(AGREEMENTS);
        if (agreements == null || agreements.dates().isEmpty()) return first;
        LocalDate january = firstOfMonth(agreements.dates().get(0));
        return january.isBefore(first) ? january : first;
    }

    /** The end of the month in which publication ends, or cash is checked for the last time. */
    private static LocalDate lastDay(Policy policy) {
        LocalDate end = policy.campaign().stage("publish").to();
        Schedule sample = policy.schedules().get(CASH_SAMPLE);
        for (LocalDate day : sample == null ? List.<LocalDate>of() : sample.dates()) end = day.isAfter(end) ? day : end;
        return end.withDayOfMonth(end.lengthOfMonth());
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    /** An area code that was never assigned, so that no number in this county can be that of a living person. */
    String madeUpArea() {
        return code.substring(0, 4) + "99";
    }
}
