package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.entitled;
import static cn.liangxian.audit.register.Stimuli.paidOn;

import cn.liangxian.audit.EmptyDatabase;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.Database;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Measures the register's own books on a real PostgreSQL: an obligation for each paid contribution opens, is swept while
 * nothing comes, and is met. Beside it the bare statements over tables of the same form, without a rule or a life cycle.
 * {@code deploy/liangxian bench deadlines} runs it.
 */
final class RegisterSpeed {

    private static final int BATCH = 1_000;
    /** So many, in a database of their own, before the clock starts. */
    private static final int WARM = 50_000;

    private static final double WANTED = 20_000;
    private static final LocalDate PAID = LocalDate.parse("2023-11-01");
    private static final LocalDate NEAR = LocalDate.parse("2023-11-05");
    private static final LocalDate LATE = LocalDate.parse("2023-11-09");
    private static final String RULE =
            "\nhandoffs:\n  reconciliation-entitlement-recorded: { due: 5 workdays after collection-contribution-paid,"
                    + " per: [PERSON, INSURANCE], by: 五(四)-d, assumed: [due] }\n\nescalation:";

    private final int obligations;
    private final Bookkeeping books;
    private final Handle handle;
    private final Consumer<Phase> done;
    private final List<Phase> phases = new ArrayList<>();

    private RegisterSpeed(int obligations, Policy policy, Handle handle, Consumer<Phase> done) {
        this.obligations = obligations;
        this.books = new Bookkeeping(new Rulebook(policy), new Pace(policy.escalation()));
        this.handle = handle;
        this.done = done;
    }

    /** One kind of work, in obligations per second; {@code handoffs} is what was to be handed over about them. */
    record Phase(
            String phase, double perSecond, double rawPerSecond, double ratio, long handoffs, boolean asFastAsWanted) {}

    record Result(String bench, int obligations, double wantedPerSecond, List<Phase> phases) {}

    public static void main(String[] arguments) throws IOException {
        int obligations = Integer.parseInt(arguments[0]);
        Policy policy = policy(Path.of(arguments[1]));
        System.out.println("warming up");
        measured(Math.min(WARM, obligations), policy, phase -> {});
        System.out.printf("%-16s %14s %14s %7s %12s%n", "phase", "ours/s", "raw/s", "ratio", "handoffs");
        List<Phase> phases = measured(obligations, policy, RegisterSpeed::print);
        System.out.println(HandoffJson.MAPPER.writeValueAsString(new Result("deadlines", obligations, WANTED, phases)));
    }

    private static void print(Phase phase) {
        System.out.printf(
                "%-16s %,14.0f %,14.0f %7.2f %,12d  %s%n",
                phase.phase(),
                phase.perSecond(),
                phase.rawPerSecond(),
                phase.ratio(),
                phase.handoffs(),
                phase.asFastAsWanted() ? "" : "below " + (int) WANTED);
    }

    private static List<Phase> measured(int obligations, Policy policy, Consumer<Phase> done) {
        Database database = EmptyDatabase.create();
        try (Handle raw = Jdbi.open(database.jdbcUrl(), database.owner(), database.ownerPassword());
                Handle own = Jdbi.open(database.jdbcUrl(), database.app(), database.appPassword())) {
            return new RegisterSpeed(obligations, policy, own, done).run(new RawRegister(raw, obligations));
        }
    }

    private List<Phase> run(RawRegister raw) {
        measure("opening", raw.opening(), () -> taking(n -> on(PAID, paid(n)), PAID));
        measure("sweep, due soon", raw.sweep("DUE_SOON", NEAR), () -> sweeping(PAID, NEAR));
        measure("sweep, missed", raw.sweep("MISSED", LATE), () -> sweeping(NEAR, LATE));
        measure("meeting", raw.meeting(), () -> taking(n -> on(LATE, recorded(n)), LATE));
        long met = handle.createQuery("select count(*) from obligation where standing = 'MET_LATE'")
                .mapTo(Long.class)
                .one();
        if (met != obligations) {
            throw new IllegalStateException("the register lost obligations: " + met + " of " + obligations);
        }
        return phases;
    }

    /** What was handed over, counted. */
    @FunctionalInterface
    private interface Work {
        long run();
    }

    private void measure(String name, double rawPerSecond, Work work) {
        long begun = System.nanoTime();
        long handoffs = work.run();
        double perSecond = obligations / ((System.nanoTime() - begun) / 1e9);
        Phase phase = new Phase(name, perSecond, rawPerSecond, perSecond / rawPerSecond, handoffs, perSecond >= WANTED);
        phases.add(phase);
        done.accept(phase);
    }

    /** As the service does: a poll of a thousand events is a transaction. */
    private long taking(IntFunction<Received<Handoff>> event, LocalDate today) {
        long handoffs = 0;
        for (int i = 0; i < obligations; i += BATCH) {
            List<Received<Handoff>> poll = new ArrayList<>(BATCH);
            for (int n = i; n < Math.min(i + BATCH, obligations); n++) {
                poll.add(event.apply(n));
            }
            handoffs += handle.inTransaction(h -> books.take(h, poll, (date, insurance) -> 1, today))
                    .size();
        }
        return handoffs;
    }

    private long sweeping(LocalDate since, LocalDate day) {
        long[] handoffs = new long[1];
        handle.useTransaction(h -> {
            books.begin(h, day, told -> handoffs[0] += told.size());
            books.move(h, since, day, told -> handoffs[0] += told.size());
        });
        return handoffs[0];
    }

    private static Received<Handoff> on(LocalDate day, Handoff handoff) {
        String id = Uuid7.next().toString();
        String topic = Handoff.termsOf(handoff.getClass()).topic();
        return new Received<>(
                handoff, new Envelope(id, "/bench", topic, handoff.subject(), Instant.EPOCH, day, id, null));
    }

    private static Handoff paid(int n) {
        return paidOn(PAID.toString(), person(n), Insurance.MEDICAL, Fen.ofYuan(380), Fen.ofYuan(380));
    }

    private static Handoff recorded(int n) {
        return entitled(person(n), Insurance.MEDICAL, "d", LATE.toString());
    }

    /** As person keys are: they grow, and are as long as a UUID. */
    private static String person(int n) {
        String hex = Integer.toHexString(n);
        return "018bb2f0-0000-7000-8000-" + "0".repeat(12 - hex.length()) + hex;
    }

    /** The county's policy with one deadline of every payer instead of its own. */
    private static Policy policy(Path county) throws IOException {
        String text = Files.readString(county).replaceFirst("(?s)\nhandoffs:.*?\nescalation:", RULE);
        Path file = Files.createTempDirectory("liangxian-bench-").resolve(county.getFileName());
        Files.writeString(file, text);
        return Policy.load(file, county.resolveSibling("holidays"));
    }
}
