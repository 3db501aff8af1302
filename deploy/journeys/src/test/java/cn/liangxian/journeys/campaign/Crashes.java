package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Stack;
import cn.liangxian.world.CampaignListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Kills one part after the other in mid-campaign, each a moment into a day, and starts it again on what it left. */
final class Crashes implements CampaignListener, AutoCloseable {

    private static final int FIRST_DAY = 40;
    private static final int DAYS_BETWEEN = 10;
    private static final List<String> VICTIMS =
            List.of("enrollment", "collection", "reconciliation", "subsidy", "audit", "broker", "postgres");
    private final ExecutorService hand = Executors.newSingleThreadExecutor();
    private final List<String> done = new ArrayList<>();
    private final List<Future<?>> crashes = new ArrayList<>();
    private final Stack stack;

    Crashes(Stack stack) {
        this.stack = stack;
    }

    @Override
    public void dayOver(Progress progress) {
        int at = progress.played() - FIRST_DAY;
        if (at < 0 || at % DAYS_BETWEEN != 0 || at / DAYS_BETWEEN >= VICTIMS.size()) {
            return;
        }
        String victim = VICTIMS.get(at / DAYS_BETWEEN);
        crashes.add(hand.submit(() -> crash(victim)));
    }

    private void crash(String victim) {
        try {
            // into the next day, while its events are under way
            TimeUnit.MILLISECONDS.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        stack.kill9(victim);
        stack.restart(victim);
        done.add(victim);
    }

    /** The parts that were killed and came back. */
    List<String> done() throws ExecutionException, InterruptedException {
        for (Future<?> crash : crashes) {
            crash.get();
        }
        return done;
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
