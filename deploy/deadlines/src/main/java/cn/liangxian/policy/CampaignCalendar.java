package cn.liangxian.policy;

import cn.liangxian.deadlines.MissingAnchorException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A campaign as a list of days: its stages, the deadlines whose day is known in advance, and the planned runs. */
public final class CampaignCalendar {

    /** One thing on one day. */
    public record Entry(LocalDate day, String what, String clause, boolean assumed) {}

    private CampaignCalendar() {}

    /** In order of the days. */
    public static List<Entry> of(Policy policy) {
        List<Entry> entries = new ArrayList<>();
        Campaign campaign = policy.campaign();
        entries.add(new Entry(campaign.start(), "the campaign begins", campaign.clause(), false));
        entries.add(new Entry(campaign.end(), "the campaign ends", campaign.clause(), false));
        for (Stage stage : campaign.stages().values()) {
            entries.add(new Entry(stage.from(), "stage " + stage.name() + " begins", stage.clause(), stage.assumed()));
            entries.add(new Entry(stage.to(), "stage " + stage.name() + " ends", stage.clause(), stage.assumed()));
        }
        policy.debit()
                .ifPresent(
                        debit -> entries.add(new Entry(debit.first(), "the first batch debit", debit.clause(), false)));
        Targets targets = policy.targets();
        entries.add(new Entry(targets.measured(), "the rate is measured", targets.clause(), targets.assumed()));
        for (Deadline deadline : policy.deadlines().values()) {
            if (deadline.rule().recurring() || deadline.trigger().isPresent()) continue;
            try {
                LocalDate due = deadline.rule().due(policy.anchors());
                String per = deadline.per().isEmpty() ? "" : " per " + deadline.per();
                String what = "due: " + deadline.handoff() + per + slack(policy, deadline);
                entries.add(new Entry(due, what, deadline.clause(), deadline.dueAssumed()));
            } catch (MissingAnchorException e) {
                throw new IllegalStateException("a checked policy counts from an unknown day", e);
            }
        }
        for (Schedule schedule : policy.schedules().values()) {
            for (LocalDate day : schedule.dates())
                entries.add(new Entry(day, "run: " + schedule.name(), schedule.clause(), schedule.assumed()));
        }
        entries.sort(Comparator.comparing(Entry::day));
        return entries;
    }

    /** As text, one line per entry; days off are marked, since a deadline on one deserves a look. */
    public static String print(Policy policy) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : of(policy)) {
            String weekday = entry.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            boolean off = !policy.jurisdiction().calendar().isWorkday(entry.day());
            text.append("%s %s %-4s %s  [%s%s]%n"
                    .formatted(
                            entry.day(),
                            weekday,
                            off ? "off" : "",
                            entry.what(),
                            entry.clause(),
                            entry.assumed() ? ", assumed" : ""));
        }
        for (Deadline deadline : policy.deadlines().values()) {
            if (deadline.rule().recurring() || deadline.trigger().isPresent())
                text.append("any time          due: %s %s%s  [%s%s]%n"
                        .formatted(
                                deadline.handoff(),
                                deadline.rule(),
                                slack(policy, deadline),
                                deadline.clause(),
                                deadline.dueAssumed() ? ", assumed" : ""));
        }
        return text.toString();
    }

    private static String slack(Policy policy, Deadline deadline) {
        return Slack.of(policy, deadline)
                .map(slack -> ", slack %dd for %s%s"
                        .formatted(slack.days(), slack.neededFor(), slack.assumed() ? " (assumed)" : ""))
                .orElse("");
    }
}
