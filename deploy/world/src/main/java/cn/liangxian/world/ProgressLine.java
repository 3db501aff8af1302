package cn.liangxian.world;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a campaign as it goes: a bar on a terminal, a line every week where there is none. */
public final class ProgressLine implements CampaignListener, AutoCloseable {
    private static final int DAYS_PER_LINE = 7;

    private final PrintStream out;
    private final boolean terminal;
    private ProgressBar bar;

    public ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A bar when somebody sits at a terminal. */
    public static ProgressLine onConsole() {
        return new ProgressLine(System.out, System.console() != null);
    }

    @Override
    public void dayOver(Progress at) {
        if (terminal) draw(at);
        else if (at.played() % DAYS_PER_LINE == 0 || at.played() == at.days()) out.println(at.day() + "  " + words(at));
    }

    private void draw(Progress at) {
        if (bar == null)
            bar = new ProgressBarBuilder()
                    .setTaskName("campaign")
                    .setInitialMax(at.days())
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" days", 1)
                    .setUpdateIntervalMillis(200)
                    .build();
        bar.setExtraMessage(" " + at.day() + " " + words(at));
        bar.stepTo(at.played());
    }

    private static String words(Progress at) {
        return String.format(
                Locale.ROOT,
                "day %d/%d  people %,d  yuan %,.2f  events %,d",
                at.played(),
                at.days(),
                at.people(),
                at.fen() / 100.0,
                at.events());
    }

    @Override
    public void close() {
        if (bar != null) bar.close();
    }
}
