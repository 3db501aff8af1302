package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.world.CampaignListener;
import cn.liangxian.world.Misbehaviour;
import java.nio.file.Path;

/**
 * A county of 2,000 with a little of every misbehaviour, on a stack of its own that ends with the tests. One stack serves
 * several campaigns, each from an empty beginning: Keycloak, slowest to start, goes on.
 */
final class County implements AutoCloseable {

    private static final int RESIDENTS = 2_000;
    private static final long SEED = 370404;
    private static final Path ROOT = Path.of(System.getProperty("liangxian.root"));
    private final String name;
    private final Stack stack;
    private boolean used;

    County(String name) {
        this.name = name;
        this.stack = Stack.start(StackPlan.passing(ROOT, name), System.out::println);
    }

    Stack stack() {
        return stack;
    }

    /** Empties topics and databases, where a campaign has been played. */
    void beginEmpty() {
        if (used) {
            stack.startEmpty();
        }
        used = true;
    }

    CampaignRun play(CampaignListener listener) {
        CampaignRun run = CampaignRun.play(
                stack,
                ROOT.resolve("deploy/jurisdictions").resolve(name + ".yaml"),
                RESIDENTS,
                SEED,
                Misbehaviour.SMALL,
                stack.plan().home().resolve("journal.ndjson"),
                listener);
        System.out.printf(
                "%s played in %d s, %d s of it waiting%n",
                name, run.played().took().toSeconds(), run.played().waiting().toSeconds());
        return run;
    }

    @Override
    public void close() {
        stack.close();
    }
}
