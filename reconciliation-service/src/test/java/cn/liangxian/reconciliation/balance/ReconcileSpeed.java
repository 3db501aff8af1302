package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Fen;
import cn.liangxian.local.Beans;
import cn.liangxian.local.Database;
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
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * Measures how fast tax, treasury and agency are reconciled: as many payments on each side, spread over days as a campaign
 * spreads them, until every difference is named and kept, details are passed and the red list stands. Beside it the limit,
 * {@link RawReconciling}. {@code deploy/liangxian bench reconcile} runs it.
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

    private ReconcileSpeed(int payments, Database database, Policy policy) throws IOException {
        this.payments = payments;
        this.database = database;
        this.policy = policy;
        this.sides = Sides.write(payments);
    }

    /** The three files. One payment in 100 is missing in the treasury, one in 200 is short, one in 500 nobody booked. */
    record Sides(Path tax, Path treasury, Path agency, int different, int red) {

        static Sides write(int payments) throws IOException {
            Path folder = Files.createTempDirectory("liangxian-bench-");
            Sides sides = new Sides(folder.resolve("tax"), folder.resolve("treasury"), folder.resolve("agency"), 0, 0);
            int different = 0;
            int unbooked = 0;
            try (BufferedWriter tax = Files.newBufferedWriter(sides.tax);
                    BufferedWriter treasury = Files.newBufferedWriter(sides.treasury);
                    BufferedWriter agency = Files.newBufferedWriter(sides.agency)) {
                for (int i = 0; i < payments; i++) {
                    String id = "018bb2f0-0000-7000-8000-%012x".formatted(i);
                    LocalDate day = day(i);
                    tax.write("PAID,p%s,p%s,%s,MEDICAL,WECHAT,V%s,%d,%s,2024,370404001,%d,%d%n"
                            .formatted(id, id, day, id, FEE, id, FEE, FEE));
                    boolean missing = i % 100 == 1;
                    boolean less = i % 200 == 3;
                    if (!missing) {
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
            return new Sides(sides.tax, sides.treasury, sides.agency, different, different + unbooked);
        }

        static LocalDate day(int payment) {
            return FIRST.plusDays(payment / DAY);
        }
    }

    record Round(double rawSeconds, double oursSeconds, double loadingSeconds, double ratio) {}

    /** {@code medianRatio}: ours takes so many times as long as the limit. */
    record Result(String bench, int payments, int differences, int redList, List<Round> rounds, double medianRatio) {}

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
            System.out.printf("%-6s %9s %9s %9s %7s%n", "round", "raw s", "ours s", "loading", "ratio");
            for (int i = 0; i <= rounds; i++) {
                double limit = raw.run(sides);
                raw.execute(
                        "truncate collected, claim, day_sum, treasury_day, treasury_row, balance, difference, details, details_claim, entitlement, red_list,"
                                + " misfit, outbox, business_day cascade");
                Round round = ours(raw, limit);
                if (i > 0) {
                    measured.add(round);
                    System.out.printf(
                            "%-6d %9.2f %9.2f %9.2f %7.2f%n",
                            i, round.rawSeconds(), round.oursSeconds(), round.loadingSeconds(), round.ratio());
                }
            }
        }
        List<Double> ratios = measured.stream().map(Round::ratio).sorted().toList();
        Result result = new Result(
                "reconcile", payments, sides.different(), sides.red(), measured, ratios.get(ratios.size() / 2));
        System.out.printf(
                "ours takes %.2f times as long as the limit, median of %d rounds of 3 x %,d rows%n",
                result.medianRatio(), rounds, payments);
        System.out.println(HandoffJson.MAPPER.writeValueAsString(result));
    }

    private Round ours(RawReconciling raw, double limit) throws Exception {
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
            book(own, jdbi);
            ((DailyWork) beans.named("cn.liangxian.reconciliation.redlist.IssuingRedList")).open(LAST, true);
            own.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            mustBeRight(jdbi);
            return new Round(limit, seconds, loading, seconds / limit);
        }
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
            h.execute(
                    """
                    insert into day_sum select day, 'MEDICAL', count(*), sum(fen), 0, 0 from collected group by day
                    union all select distinct day, 'PENSION', 0, 0, 0, 0 from collected""");
            h.execute("create temp table report as select * from treasury_row limit 0");
        });
        copy(own, "report", sides.treasury());
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    insert into treasury_day select day, 'MEDICAL', 1, 'M', count(*), sum(fen), '', ? from report group by day
                    union all select distinct day, 'PENSION', 1, 'P', 0, 0, '', cast(? as date) from report""",
                    LAST,
                    LAST);
            h.execute("insert into treasury_row select * from report");
            h.execute("drop table report");
        });
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
        long found = count(jdbi, "select count(*) from difference");
        long red = count(jdbi, "select count(*) from red_list where how is null");
        if (found != sides.different() || red != sides.red()) {
            throw new IllegalStateException("named " + found + " of " + sides.different() + " differences, red list "
                    + red + " of " + sides.red());
        }
    }

    private static long count(Jdbi jdbi, String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }
}
