package cn.liangxian.reconciliation.balance;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.refund;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.collected.TaxDesk.surplus;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import cn.liangxian.reconciliation.treasury.TreasuryReport;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The same facts give the same books, in whatever order their topics and the treasury bring them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ArrivalOrderTest {

    private static final long FEE = 38_000;
    private static final int ORDERS = 10;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    Books books;

    @Inject
    Jdbi jdbi;

    @Test
    void anyOrderOfArrivalGivesTheSameBooks() {
        String expected = booksAfter("in the order of the day", this::inTurn, list -> list);
        assertTrue(expected.contains("WRONG_ACCOUNT") && expected.contains("DOUBLED_IN_TREASURY"), expected);
        assertEquals(expected, booksAfter("reversed", this::inTurn, ArrivalOrderTest::reversed));
        for (int seed = 1; seed <= ORDERS; seed++) {
            Random random = new Random(seed);
            assertEquals(
                    expected,
                    booksAfter("seed " + seed, this::inTurn, list -> {
                        Collections.shuffle(list, random);
                        return list;
                    }),
                    "seed " + seed);
        }
    }

    @Test
    void whatArrivesAtTheSameMomentGivesTheSameBooks() {
        String expected = booksAfter("in turn", this::inTurn, list -> list);
        for (int run = 1; run <= 5; run++) {
            assertEquals(expected, booksAfter("run " + run, ArrivalOrderTest::atOnce, list -> list), "run " + run);
        }
    }

    private interface Order {
        List<Runnable> of(List<Runnable> facts);
    }

    private interface Player {
        void play(List<Runnable> facts);
    }

    private String booksAfter(String run, Player player, Order order) {
        LocalDate first = dates.openUnused();
        String prefix = Uuid7.next().toString();
        player.play(order.of(twoDays(prefix, first, first.plusDays(1))));
        return booksOf(prefix, first);
    }

    private void inTurn(List<Runnable> facts) {
        facts.forEach(Runnable::run);
    }

    private static void atOnce(List<Runnable> facts) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> calls =
                    facts.stream().map(Executors::callable).toList();
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Runnable> reversed(List<Runnable> facts) {
        Collections.reverse(facts);
        return facts;
    }

    /** Two days with every kind of difference, a claim paid in parts, a surplus and its refund, and a late payment. */
    private List<Runnable> twoDays(String run, LocalDate one, LocalDate two) {
        List<Runnable> facts = new ArrayList<>();
        add(facts, full(run + "-ok", MEDICAL, FEE, one));
        add(facts, full(run + "-next-day", MEDICAL, FEE, one));
        add(facts, full(run + "-doubled", MEDICAL, FEE, one));
        add(facts, full(run + "-other-account", MEDICAL, FEE, one));
        add(facts, full(run + "-missing", MEDICAL, FEE, one));
        add(facts, full(run + "-differs", MEDICAL, FEE, one));
        add(facts, surplus(run + "-ok", MEDICAL, FEE, run + "-surplus", one));
        add(facts, part(run + "-parts", PENSION, 10_000, 10_000 + 40_000, 10_000, run + "-part1", one));
        add(facts, part(run + "-parts", PENSION, 40_000, 10_000 + 40_000, 50_000, run + "-part2", two));
        add(facts, part(run + "-half", PENSION, 10_000, 50_000, 10_000, run + "-half", two));
        add(facts, refund("s-" + run + "-surplus", run + "-ok", MEDICAL, FEE, run + "-refund", two));
        add(facts, full(run + "-late", MEDICAL, FEE, two));
        add(facts, sum(one, MEDICAL, 6, 6 * FEE, FEE, 0));
        add(facts, sum(one, PENSION, 1, 10_000, 0, 0));
        add(facts, sum(two, MEDICAL, 0, 0, 0, FEE));
        add(facts, sum(two, PENSION, 2, 50_000, 0, 0));
        String v = "v-" + run;
        add(
                facts,
                day(
                        one,
                        MEDICAL,
                        1,
                        row(v + "-ok", FEE),
                        row(v + "-doubled", FEE),
                        row(v + "-doubled", FEE),
                        row(v + "-differs", FEE - 100),
                        row(run + "-surplus", FEE)));
        add(facts, day(one, PENSION, 1, row(v + "-other-account", FEE), row(run + "-part1", 10_000)));
        add(
                facts,
                day(two, MEDICAL, 1, row(v + "-next-day", FEE), row(run + "-refund", -FEE), row(run + "-nobody", FEE)));
        add(facts, day(two, PENSION, 1, row(run + "-part2", 40_000), row(run + "-half", 10_000)));
        return facts;
    }

    private void add(List<Runnable> facts, CollectionHandoff handoff) {
        facts.add(() -> tax.receives(handoff));
    }

    private void add(List<Runnable> facts, TreasuryReport report) {
        facts.add(() -> treasury.reports(report));
    }

    /** Everything that the facts decide, without the names and dates of this run and the numbers of versions. */
    private String booksOf(String run, LocalDate first) {
        StringBuilder text = new StringBuilder();
        for (LocalDate date : List.of(first, first.plusDays(1))) {
            for (Insurance insurance : Insurance.values()) {
                text.append(date.equals(first) ? "one " : "two ")
                        .append(insurance)
                        .append(' ');
                text.append(books.of(date, insurance).whateverTheVersion()).append('\n');
            }
        }
        text.append("passed ").append(books.passed(run)).append('\n');
        text.append("ever found ").append(found(first)).append('\n');
        return text.toString()
                .replace(run, "")
                .replace(first.toString(), "one")
                .replace(first.plusDays(1).toString(), "two");
    }

    private List<String> found(LocalDate first) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct day || ' ' || kind || ' ' || voucher from difference
                        where day in (?, ?) order by 1""")
                .bind(0, first)
                .bind(1, first.plusDays(1))
                .mapTo(String.class)
                .list());
    }
}
