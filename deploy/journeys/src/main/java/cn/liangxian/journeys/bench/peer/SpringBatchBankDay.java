package cn.liangxian.journeys.bench.peer;

import cn.liangxian.local.BankDayPeer;
import cn.liangxian.local.Database;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ItemReader;
import org.springframework.batch.item.ItemWriter;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Spring Batch: a step from the lines to the file, a step from the answer to lines, payments, claims and events, in chunks of
 * a thousand. It keeps no books of its jobs, judges nothing and has fewer indexes than ours.
 */
public final class SpringBatchBankDay implements BankDayPeer {

    private static final int CHUNK = 1_000;
    private static final List<String> TABLES = List.of(
            "drop table if exists peer_line, peer_claim, peer_payment, peer_outbox",
            "create table peer_line as select batch_no, line_no, claim_no, amount, agreement_no, opening_bank, account,"
                    + " account_name, payer, insurance, state,"
                    + " result, bank_code, answered_on from debit_line",
            "alter table peer_line add primary key (batch_no, line_no)",
            "create table peer_claim as select * from claim",
            "alter table peer_claim add primary key (claim_no)",
            "create table peer_payment (payment_id uuid primary key, claim_no bigint not null, person_key text not null,"
                    + " amount bigint not null, channel text not null, voucher text not null, paid_on date not null,"
                    + " unique (channel, voucher))",
            "create table peer_outbox (seq bigint generated always as identity primary key, id uuid not null,"
                    + " topic text not null, subject text not null, payload text not null)",
            "vacuum analyze peer_line",
            "vacuum analyze peer_claim");

    /** Kept, or its level would be forgotten: it tells of every job. */
    private final Logger chatter = Logger.getLogger("org.springframework.batch");

    private HikariDataSource source;

    @Override
    public String name() {
        return "Spring Batch";
    }

    @Override
    public void settle(Database database) throws SQLException {
        if (source == null) {
            chatter.setLevel(Level.WARNING);
            source = new HikariDataSource();
            source.setJdbcUrl(
                    database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
            source.setUsername(database.owner());
            source.setPassword(database.ownerPassword());
        }
        JdbcTemplate jdbc = new JdbcTemplate(source);
        TABLES.forEach(jdbc::execute);
    }

    @Override
    public void out(long batch, Path request) throws Exception {
        run("out", BankDayItems.lines(source, batch), BankDayItems.request(batch, request));
    }

    @Override
    public void in(long batch, Path answer) throws Exception {
        run("in", BankDayItems.answer(answer), BankDayItems.books(source, batch));
    }

    private <T> void run(String name, ItemReader<T> reader, ItemWriter<T> writer) throws Exception {
        JobRepository books = new ResourcelessJobRepository();
        Step step = new StepBuilder(name, books)
                .<T, T>chunk(CHUNK, new JdbcTransactionManager(source))
                .reader(reader)
                .writer(writer)
                .build();
        TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
        launcher.setJobRepository(books);
        launcher.setTaskExecutor(new SyncTaskExecutor());
        launcher.afterPropertiesSet();
        JobExecution done = launcher.run(new JobBuilder(name, books).start(step).build(), new JobParameters());
        if (done.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(name + ": " + done.getAllFailureExceptions());
        }
    }

    @Override
    public void mustHave(int paid, int failed) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        List<Integer> found = List.of(
                        "select count(*) from peer_line where state = 'FAILED'",
                        "select count(*) from peer_line where state = 'PAID'",
                        "select count(*) from peer_payment",
                        "select count(*) from peer_claim where state = 'PAID' and paid_self = due",
                        "select count(*) from peer_outbox")
                .stream()
                .map(sql -> jdbc.queryForObject(sql, Integer.class))
                .toList();
        if (!found.equals(List.of(failed, paid, paid, paid, paid))) {
            throw new IllegalStateException("Spring Batch has failed, paid, payments, claims, events: " + found);
        }
    }
}
