package cn.liangxian.journeys.campaign;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.Counties;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.world.CampaignListener;
import cn.liangxian.world.Misbehaviour;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A county of 2,000, as a rule with a little of every misbehaviour, on a stack of its own that ends with the tests. One stack serves
 * several campaigns, each from an empty beginning: Keycloak, slowest to start, goes on.
 */
public final class County implements AutoCloseable {

    private static final int RESIDENTS = 2_000;
    private static final int FEW_RESIDENTS = 400;
    private static final long SEED = 370404;
    private static final Path ROOT = Path.of(System.getProperty("liangxian.root"));
    private final String name;
    private final Misbehaviour misbehaviour;
    private final Stack stack;
    private final boolean borrowed = "running".equals(System.getProperty("liangxian.desks"));
    private boolean used;
    private LocalDate stands;

    private static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A county that reads its notice otherwise in some values, in the words of a policy file, and errs as it likes. */
    public static County reading(String name, String values, Misbehaviour misbehaviour) {
        String file = Counties.reading(ROOT, name, values).toString();
        return new County(file.replaceFirst("[.]yaml$", ""), misbehaviour);
    }

    /**
     * Starts its stack.
     *
     * @param name of its policy file, or the file's path, without the ending
     */
    public County(String name) {
        this(name, Misbehaviour.SMALL);
    }

    private County(String name, Misbehaviour misbehaviour) {
        this.name = name;
        this.misbehaviour = misbehaviour;
        this.stack = borrowed
                ? Stack.recorded(ROOT, System.out::println).orElseThrow()
                : Stack.start(StackPlan.passing(ROOT, name), System.out::println);
    }

    public Stack stack() {
        return stack;
    }

    /** Whether it is the stack of the checkout, with whatever was played on it. */
    public boolean isBorrowed() {
        return borrowed;
    }

    /** Empties topics and databases, where a campaign has been played. */
    public void beginEmpty() {
        if (used) {
            stack.startEmpty();
        }
        used = true;
        stands = null;
    }

    /** Plays a few residents' campaign up to the end of a day, unless it stands there or is somebody else's. */
    public synchronized void standAt(LocalDate day) {
        if (borrowed || day.equals(stands)) {
            return;
        }
        beginEmpty();
        playUntil(day);
        stands = day;
    }

    CampaignRun play(CampaignListener listener) {
        return play(RESIDENTS, listener);
    }

    private CampaignRun play(int residents, CampaignListener listener) {
        CampaignRun run = CampaignRun.play(
                stack,
                ROOT.resolve("deploy/jurisdictions").resolve(name + ".yaml"),
                residents,
                SEED,
                misbehaviour,
                stack.plan().home().resolve("journal.ndjson"),
                listener);
        System.out.printf(
                "%s played in %d s, %d s of it waiting%n",
                name, run.played().took().toSeconds(), run.played().waiting().toSeconds());
        return run;
    }

    /** Plays a few residents' campaign to its end, while every message comes twice, and counts it. */
    public CampaignRun playEveryMessageTwice(CampaignListener listener) throws InterruptedException {
        try (EveryMessageTwice twice = new EveryMessageTwice(stack.kafka())) {
            CampaignRun run = play(FEW_RESIDENTS, listener);
            assertTrue(run.duplicates() > 1_000, "messages were doubled: " + run.duplicates());
            return run;
        }
    }

    /** Topic and key of what each service could not work, and put aside. */
    public Map<String, List<String>> parked() {
        ServiceCalls tax = new ServiceCalls(stack, "tax");
        Map<String, List<String>> parked = new TreeMap<>();
        for (String service : ServiceCalls.SERVICES) {
            List<String> letters = new ArrayList<>();
            tax.get(service, "/dead-letters")
                    .forEach(letter -> letters.add(letter.get("topic").asText() + " "
                            + letter.get("key").asText()));
            parked.put(service, letters.stream().sorted().toList());
        }
        return parked;
    }

    private void playUntil(LocalDate last) {
        try {
            play(FEW_RESIDENTS, progress -> {
                if (!progress.day().isBefore(last)) {
                    System.out.println(name + " played until " + progress.day());
                    throw new Reached();
                }
            });
        } catch (Reached e) {
            used = true;
        }
    }

    @Override
    public void close() {
        if (!borrowed) {
            stack.close();
        }
    }
}
