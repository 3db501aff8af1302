package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Stack;
import cn.liangxian.world.CampaignListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kills services, broker and database, each once, in an order and at moments that the seed decides, and starts each again
 * on what it left.
 */
public final class Crashes implements CampaignListener, AutoCloseable {

    static final List<String> VICTIMS =
            List.of("enrollment", "collection", "reconciliation", "subsidy", "audit", "broker", "postgres");
    private static final int FIRST_DAY = 10;
    /** The last days are left in peace, so that what was delayed comes to its end. */
    private static final int LAST_DAYS = 5;

    private static final int LONGEST_MILLIS = 2_000;
    private final ExecutorService hand = Executors.newSingleThreadExecutor();
    private final List<String> done = new ArrayList<>();
    private final List<Future<?>> crashes = new ArrayList<>();
    private final Map<Integer, String> strikes = new HashMap<>();
    private final Stack stack;
    private final Random chance;
    private final CampaignListener besides;

    /** @param besides somebody else who watches */
    public Crashes(Stack stack, long seed, CampaignListener besides) {
        this.stack = stack;
        this.chance = new Random(seed);
        this.besides = besides;
    }

    @Override
    public void dayOver(Progress progress) {
        besides.dayOver(progress);
        if (progress.played() == 1) {
            plan(progress.days());
        }
        String victim = strikes.get(progress.played());
        if (victim != null) {
            int millis = chance.nextInt(LONGEST_MILLIS);
            crashes.add(hand.submit(() -> crash(victim, millis)));
        }
        if (progress.played() == progress.days()) {
            awaitAll();
        }
    }

    private void plan(int days) {
        List<Integer> all = new ArrayList<>(
                IntStream.range(FIRST_DAY, days - LAST_DAYS).boxed().toList());
        Collections.shuffle(all, chance);
        List<String> victims = new ArrayList<>(VICTIMS);
        Collections.shuffle(victims, chance);
        for (int i = 0; i < victims.size(); i++) {
            strikes.put(all.get(i), victims.get(i));
        }
    }

    /** A moment into the next day, while its events are under way. */
    private void crash(String victim, int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        stack.kill9(victim);
        stack.restart(victim);
        done.add(victim);
    }

    private void awaitAll() {
        for (Future<?> crash : crashes) {
            try {
                crash.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("what was killed did not come back", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The parts that were killed and came back, in order; complete after the last day. */
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
