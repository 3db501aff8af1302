package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Fen;
import cn.liangxian.local.Beans;
import cn.liangxian.local.Database;
import cn.liangxian.local.ReconcilingPeer;
import cn.liangxian.local.ReconcilingPeer.Reconciled;
import cn.liangxian.local.TestServers;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Policy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Measures how fast tax, treasury and agency are reconciled: as many payments on each side, spread over days as a campaign
 * spreads them, until every difference is named and kept, details are passed and the red list stands. Beside it the limit,
 * {@link RawReconciling}, and peers, which read the same files. {@code deploy/liangxian bench reconcile} runs it.
 */
public final class ReconcileSpeed {

    private static final int DAY = 20_000;
    private static final LocalDate FIRST = LocalDate.parse("2023-10-01");
    private static final LocalDate LAST = LocalDate.parse("2024-01-31");
    private static final long FEE = Fen.ofYuan(380).amount();

    private final int payments;
    private final Sides sides;
    private final Database database;
    private final Policy policy;
    private final List<ReconcilingPeer> peers = ServiceLoader.load(ReconcilingPeer.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private ReconcileSpeed(int payments, Database database, Policy policy) throws IOException {
        this.payments = payments;
        this.database = database;
        this.policy = policy;
        this.sides = Sides.write(payments);
    }

    /** The three files. One payment in 100 is missing in the treasury, one in 200 is short, one in 500 nobody booked. */
    record Sides(Path tax, Path treasury, Path agency, Map<LocalDate, Told> told, int different, int red) {

        /** What collection says of its day and the treasury of its report, as it comes with them. */
        static final class Told {
            int payments;
            long paid;
            int rows;
            long total;
        }

        static Sides write(int payments) throws IOException {
            Path folder = Files.createTempDirectory("liangxian-bench-");
            Map<LocalDate, Told> told = new TreeMap<>();
            Sides sides =
                    new Sides(folder.resolve("tax"), folder.resolve("treasury"), folder.resolve("agency"), told, 0, 0);
            int different = 0;
            int unbooked = 0;
            try (BufferedWriter tax = Files.newBufferedWriter(sides.tax);
                    BufferedWriter treasury = Files.newBufferedWriter(sides.treasury);
                    BufferedWriter agency = Files.newBufferedWriter(sides.agency)) {
                for (int i = 0; i < payments; i++) {
                    String id = "018bb2f0-0000-7000-8000-%012x".formatted(i);
                    LocalDate day = day(i);
                    Told today = told.computeIfAbsent(day, first -> new Told());
                    today.payments++;
                    today.paid += FEE;
                    tax.write("PAID,p%s,p%s,%s,MEDICAL,WECHAT,V%s,%d,%s,2024,370404001,%d,%d%n"
                            .formatted(id, id, day, id, FEE, id, FEE, FEE));
                    boolean missing = i % 100 == 1;
                    boolean less = i % 200 == 3;
                    if (!missing) {
                        today.rows++;
                        today.total += less ? FEE - 1 : FEE;
                        treasury.write("%s,MEDICAL,1,%d,WECHAT,V%s,%d%n"
                                .formatted(day, i % DAY + 1, id, less ? FEE - 1 : FEE));
                    }
                    if (i % 500 == 11) {
                        unbooked++;
                    } else {
                        agency.write(id + "," + FEE + "\n");
                    }
                    different += missing || less ? 1 : 0;
                }
            }
            return new Sides(sides.tax, sides.treasury, sides.agency, told, different, different + unbooked);
        }

        static LocalDate day(int payment) {
            return FIRST.plusDays(payment / DAY);
        }
    }

    /** Seconds; ours with its loading, {@code ratio} times the limit; of each peer how long it took. */
    record Round(
            double rawSeconds,
            double oursSeconds,
            double loadingSeconds,
            double ratio,
            Map<String, Double> peerSeconds) {}

    /**
     * {@code medianRatio}: ours takes so many times as long as the limit; {@code medianOfPeers}: so many times as long as
     * the peer.
     */
    record Result(
            String bench,
            int payments,
            int differences,
            int redList,
            List<Round> rounds,
            double medianRatio,
            Map<String, Double> medianOfPeers) {}

    public static void main(String[] arguments) throws Exception {
        Database database = TestServers.newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
                .placeholders(Map.of("app", database.app()))
                .locations("db/messaging", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        new ReconcileSpeed(Integer.parseInt(arguments[0]), database, Policy.load(Path.of(arguments[2])))
                .measure(Integer.parseInt(arguments[1]));
    }

    private void measure(int rounds) throws Exception {
        List<Round> measured = new ArrayList<>();
        try (Connection owner =
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
            RawReconciling raw = new RawReconciling(owner);
            System.out.printf("%-6s %9s %9s %9s %7s", "round", "raw s", "ours s", "loading", "ratio");
            peers.forEach(peer -> System.out.printf(" %14s", peer.name()));
            System.out.println();
            for (int i = 0; i <= rounds; i++) {
                double limit = raw.run(sides);
                mustBe(raw.differences(), sides.red(), "differences of the limit");
                Map<String, Double> others = new LinkedHashMap<>();
                for (ReconcilingPeer peer : peers) {
                    Reconciled reconciled = peer.run(sides.tax(), sides.treasury(), sides.agency());
                    mustBe(reconciled.differences(), sides.red(), "differences of " + peer.name());
                    others.put(peer.name(), reconciled.seconds());
                }
                raw.execute(
                        "truncate collected, claim, day_sum, treasury_day, treasury_row, balance, difference, details, details_claim, entitlement, red_list,"
                                + " collected_sum, entitled_sum, misfit, outbox, business_day cascade");
                Round round = ours(raw, limit, others);
                if (i > 0) {
                    measured.add(round);
                    System.out.printf(
                            "%-6d %9.2f %9.2f %9.2f %7.2f",
                            i, round.rawSeconds(), round.oursSeconds(), round.loadingSeconds(), round.ratio());
                    others.values().forEach(seconds -> System.out.printf(" %14.2f", seconds));
                    System.out.println();
                }
            }
        }
        Map<String, Double> ofPeers = new LinkedHashMap<>();
        for (ReconcilingPeer peer : peers) {
            ofPeers.put(
                    peer.name(),
                    median(
                            measured,
                            round -> round.oursSeconds() / round.peerSeconds().get(peer.name())));
        }
        Result result = new Result(
                "reconcile",
                payments,
                sides.different(),
                sides.red(),
                measured,
                median(measured, Round::ratio),
                ofPeers);
        System.out.printf(
                "ours takes %.2f times as long as the limit, median of %d rounds of 3 x %,d rows%n",
                result.medianRatio(), rounds, payments);
        ofPeers.forEach((peer, ratio) -> System.out.printf("ours takes %.2f times as long as %s%n", ratio, peer));
        System.out.println(HandoffJson.MAPPER.writeValueAsString(result));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private Round ours(RawReconciling raw, double limit, Map<String, Double> peers) throws Exception {
        try (Connection own = DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword())) {
            own.setAutoCommit(false);
            Jdbi jdbi = Jdbi.create(own);
            Beans beans = new Beans().given(Jdbi.class, jdbi).given(Policy.class, policy);
            jdbi.useHandle(h -> h.execute("insert into business_day (date, workday) values (?, true)", LAST));
            own.commit();
            long begun = System.nanoTime();
            load(own, jdbi);
            // as the server has done by itself where payments come day by day
            raw.execute("analyze collected, claim, treasury_day, treasury_row");
            double loading = (System.nanoTime() - begun) / 1e9;
            Balancing balancing = beans.the(Balancing.class);
            for (int i = 0; i < payments; i += DAY) {
                balancing.after(List.of(Sides.day(i)));
                own.commit();
            }
            // a county that passes details by the week does so on the last day, a Wednesday; another one has passed
            // them all
            open(beans, "details.PassingByTheWeek");
            book(own, jdbi);
            open(beans, "redlist.IssuingRedList");
            own.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            mustBeRight(jdbi);
            return new Round(limit, seconds, loading, seconds / limit, peers);
        }
    }

    private static void open(Beans beans, String work) {
        ((DailyWork) beans.named("cn.liangxian.reconciliation." + work)).open(LAST, true);
    }

    /** As it stands when the handoffs of payments and reports were worked; both sides of the other insurance are empty. */
    private void load(Connection own, Jdbi jdbi) throws SQLException, IOException {
        copy(
                own,
                "collected (kind, id, payment_id, day, insurance, channel, voucher, fen, person_key, fee_year, township,"
                        + " due, paid_in_all)",
                sides.tax());
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    insert into claim select person_key, insurance, fee_year, township, due, paid_in_all, true, day, 1
                    from collected""");
            PreparedBatch sums = h.prepareBatch("insert into day_sum values (?, ?, ?, ?, 0, 0)");
            PreparedBatch reports =
                    h.prepareBatch("insert into treasury_day values (?, ?, 1, left(?, 1), ?, ?, '', '" + LAST + "')");
            sides.told().forEach((day, told) -> {
                sums.add(day, "MEDICAL", told.payments, told.paid);
                sums.add(day, "PENSION", 0, 0);
                reports.add(day, "MEDICAL", "MEDICAL", told.rows, told.total);
                reports.add(day, "PENSION", "PENSION", 0, 0);
            });
            sums.execute();
            reports.execute();
        });
        copy(own, "treasury_row", sides.treasury());
        own.commit();
    }

    private void book(Connection own, Jdbi jdbi) throws SQLException, IOException {
        jdbi.useHandle(h -> h.execute("create temp table booking (person text, fen bigint)"));
        copy(own, "booking", sides.agency());
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    insert into entitlement select d.person_key, d.insurance, d.fee_year, d.details_id, d.paid, ?, 'c', ?, 1
                    from booking b join details_claim d on d.person_key = b.person""",
                    LAST,
                    LAST);
            h.execute("drop table booking");
        });
        own.commit();
    }

    private static void copy(Connection own, String target, Path file) throws SQLException, IOException {
        try (var in = Files.newInputStream(file)) {
            own.unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin (format csv)", in, 1 << 16);
        }
    }

    private void mustBeRight(Jdbi jdbi) {
        mustBe(count(jdbi, "select count(*) from difference"), sides.different(), "differences");
        mustBe(count(jdbi, "select count(*) from red_list where how is null"), sides.red(), "red list");
    }

    private static void mustBe(long found, long right, String what) {
        if (found != right) {
            throw new IllegalStateException(what + ": " + found + " and not " + right);
        }
    }

    private static long count(Jdbi jdbi, String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }
}
