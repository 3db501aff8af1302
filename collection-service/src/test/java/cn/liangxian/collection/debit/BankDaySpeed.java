package cn.liangxian.collection.debit;

import cn.liangxian.collection.debit.TakingAnswers.Taken;
import cn.liangxian.local.BankDayPeer;
import cn.liangxian.local.Beans;
import cn.liangxian.local.Database;
import cn.liangxian.local.TestServers;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Policy;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToDoubleFunction;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * Measures a bank's day: files of debit lines out, answers in, of which one in twenty failed, with every payment judged,
 * booked and handed over. Beside it the limit, {@link RawBankDay}, which books nothing, and a peer, which books as ours does.
 * {@code deploy/liangxian bench bank-day} runs it.
 */
public final class BankDaySpeed {

    private static final int FILE = 20_000;
    private static final String DAY = "2023-10-16";
    private static final String TABLES =
            "truncate debit_batch, debit_line, open_debit, untold_failure, payment, refund_case, refund, outbox, claim, roster, business_day,"
                    + " collecting_day cascade";

    private final int lines;
    private final int files;
    private final Database database;
    private final Policy policy;
    private final Path file;
    private final Path answered;
    private final BankDayPeer peer;

    private BankDaySpeed(int lines, Database database, Policy policy) throws Exception {
        this.lines = lines;
        this.files = (lines + FILE - 1) / FILE;
        this.database = database;
        this.policy = policy;
        this.file = Files.createTempFile("liangxian-bench-", ".xml");
        this.answered = Files.createTempFile("liangxian-bench-", ".xml");
        this.peer = ServiceLoader.load(BankDayPeer.class).findFirst().orElseThrow();
    }

    /** Lines per second; {@code ratio} of the limit, {@code times} the peer. */
    record Round(
            double rawPerSecond,
            double oursPerSecond,
            double outPerSecond,
            double inPerSecond,
            double peerPerSecond,
            double ratio,
            double times) {}

    record Result(String bench, int lines, String peer, List<Round> rounds, double medianRatio, double medianTimes) {}

    public static void main(String[] arguments) throws Exception {
        Database database = TestServers.newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
                .placeholders(Map.of("app", database.app()))
                .locations("db/messaging", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        new BankDaySpeed(Integer.parseInt(arguments[0]), database, Policy.load(Path.of(arguments[2])))
                .measure(Integer.parseInt(arguments[1]));
    }

    private void measure(int rounds) throws Exception {
        List<Round> measured = new ArrayList<>();
        try (Connection owner =
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
            RawBankDay raw = null;
            System.out.printf(
                    "%-6s %13s %13s %13s %13s %13s %7s %7s%n",
                    "round", "raw/s", "ours/s", "ours out/s", "ours in/s", "peer/s", "ratio", "x peer");
            for (int i = 0; i <= rounds; i++) {
                settle(owner);
                peer.settle(database);
                if (raw == null) {
                    raw = new RawBankDay(owner);
                }
                raw.reset();
                Round round = round(raw);
                if (i > 0) {
                    measured.add(round);
                    System.out.printf(
                            "%-6d %,13.0f %,13.0f %,13.0f %,13.0f %,13.0f %7.2f %7.2f%n",
                            i,
                            round.rawPerSecond(),
                            round.oursPerSecond(),
                            round.outPerSecond(),
                            round.inPerSecond(),
                            round.peerPerSecond(),
                            round.ratio(),
                            round.times());
                }
            }
        }
        Result result = new Result(
                "bank-day",
                lines,
                peer.name(),
                measured,
                median(measured, Round::ratio),
                median(measured, Round::times));
        System.out.printf(
                "median: %.2f of the limit, %.2f times %s, over %d rounds of %,d lines%n",
                result.medianRatio(), result.medianTimes(), peer.name(), rounds, lines);
        System.out.println(HandoffJson.MAPPER.writeValueAsString(result));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Claims of an accepted roster and their open lines, a file for each of so many days; not measured. */
    private void settle(Connection owner) throws Exception {
        try (var statement = owner.createStatement()) {
            statement.execute(TABLES);
            statement.execute("insert into business_day (date, workday) values ('" + DAY + "', true)");
            statement.execute("insert into collecting_day (date) values ('" + DAY + "')");
            statement.execute("insert into roster (roster_no, roster_id, state, accepted_order) overriding system value"
                    + " values (1, 'bench', 'ACCEPTED', 1)");
            statement.execute(
                    """
                    insert into claim (claim_no, roster_no, person_key, id_number, name, township, village, insurance, fee_year,
                        birth, sex, statuses, roster_due, due)
                    select (1::bigint << 32) + n, 1, '018bb2f0-0000-7000-8000-' || lpad(to_hex(n), 12, '0'),
                        lpad(n::text, 18, '9'), '测试居民', '653130100', '653130100201', 'MEDICAL', %d, '1990-03-05', 'FEMALE',
                        '', 38000, 38000
                    from generate_series(1, %d) n"""
                            .formatted(policy.feeYear(), lines));
            statement.execute(
                    """
                    insert into debit_batch
                        (batch_no, bank, fee_year, debit_on, cut_off, lines, total, answer_by) overriding system value
                    select b, 'RURAL_CREDIT', %d, date '%s' - b::int, date '%s' - b::int - 1, least(%d, %d - (b - 1) * %d),
                        least(%d, %d - (b - 1) * %d) * 38000::bigint, '%s'
                    from generate_series(1, %d) b"""
                            .formatted(policy.feeYear(), DAY, DAY, FILE, lines, FILE, FILE, lines, FILE, DAY, files));
            statement.execute(
                    """
                    insert into debit_line (batch_no, line_no, claim_no, township, payer, insurance, amount, agreement_no,
                        opening_bank, account, account_name, state)
                    select (n - 1) / %d + 1, (n - 1) %% %d + 1, (1::bigint << 32) + n, '653130100', '测试居民', 'MEDICAL', 38000,
                        'XY-' || n, '402999000023', '99' || lpad(n::text, 17, '0'), '测试居民', 'SENT'
                    from generate_series(1, %d) n"""
                            .formatted(FILE, FILE, lines));
            statement.execute("vacuum analyze debit_line, claim");
        }
    }

    private Round round(RawBankDay raw) throws Exception {
        double rawSeconds = 0;
        double peerSeconds = 0;
        double out = 0;
        double in = 0;
        try (Connection own = DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword())) {
            own.setAutoCommit(false);
            Jdbi jdbi = Jdbi.create(own);
            Beans beans = new Beans().given(Jdbi.class, jdbi).given(Policy.class, policy);
            DebitBook book = beans.the(DebitBook.class);
            BatchFile writing = beans.the(BatchFile.class);
            TakingAnswers taking = beans.the(TakingAnswers.class);
            int paid = 0;
            for (int b = 1; b <= files; b++) {
                DebitBatch batch = book.find(b).orElseThrow();
                byte[] answer = answer(batch);
                rawSeconds += raw.out(b, file) + raw.in(b, answer);
                long begun = System.nanoTime();
                try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    writing.write(batch, bytes);
                }
                own.commit();
                long written = System.nanoTime();
                Taken taken = taking.take(batch, AnswerFile.read(answer));
                own.commit();
                out += (written - begun) / 1e9;
                in += (System.nanoTime() - written) / 1e9;
                paid += taken.paid();
                Files.write(answered, answer);
                long peerBegun = System.nanoTime();
                peer.out(b, file);
                peer.in(b, answered);
                peerSeconds += (System.nanoTime() - peerBegun) / 1e9;
                mustBe(
                        batch.lines() == taken.paid() + taken.failed()
                                && taken.refusals().isEmpty(),
                        "file " + b);
            }
            long booked = jdbi.withHandle(h -> h.createQuery("select count(*) from payment")
                    .mapTo(Long.class)
                    .one());
            mustBe(booked == paid, booked + " payments for " + paid + " lines paid");
            peer.mustHave(paid, lines - paid);
        }
        double ours = out + in;
        return new Round(
                lines / rawSeconds,
                lines / ours,
                lines / out,
                lines / in,
                lines / peerSeconds,
                rawSeconds / ours,
                peerSeconds / ours);
    }

    /** One in twenty lacks the money. */
    private static byte[] answer(DebitBatch batch) {
        StringBuilder rows = new StringBuilder();
        int failed = 0;
        for (int n = 1; n <= batch.lines(); n++) {
            boolean fails = n % 20 == 0;
            failed += fails ? 1 : 0;
            rows.append(Bank.row(
                    n,
                    "380.00",
                    "%010d%08d".formatted(batch.batchNo(), n),
                    batch.debitOn().toString(),
                    fails ? "24007" : "90000"));
        }
        int paid = batch.lines() - failed;
        return Bank.text(
                        batch.batchNo(),
                        batch.debitOn().toString(),
                        batch.lines(),
                        batch.lines() * 380L + ".00",
                        paid,
                        paid * 380L + ".00",
                        rows)
                .getBytes(BatchFile.GB18030);
    }

    private static void mustBe(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException(what + " is not what was sent");
        }
    }
}
