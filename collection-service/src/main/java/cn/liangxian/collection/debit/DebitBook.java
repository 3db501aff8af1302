package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.policy.DebitResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The batches and their lines. */
@ApplicationScoped
class DebitBook {

    private static final int FETCH = 2_000;
    private static final String BATCH =
            """
            select b.*, (select coalesce(sum(l.lines), 0) from debit_day_count l where l.batch_no = b.batch_no
                and debit_is_open(l.state)) as open from debit_batch b where\s""";

    private static final String LINE =
            "debit_line (batch_no, line_no, claim_no, township, payer, insurance, amount, tier, agreement_no, opening_bank,"
                    + " account, account_name, state)";

    private final Jdbi jdbi;

    DebitBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns the number of the batch. */
    long enter(String bank, int feeYear, LocalDate on, LocalDate cutOff, LocalDate answerBy, List<DebitLine> lines) {
        Fen total = lines.stream().map(DebitLine::amount).reduce(Fen.ZERO, Fen::plus);
        return jdbi.withHandle(h -> {
            long batchNo = h.createQuery(
                            """
                            insert into debit_batch (bank, debit_on, lines, total, answer_by, fee_year, cut_off)
                            values (?, ?, ?, ?, ?, ?, ?)
                            returning batch_no""")
                    .bind(0, bank)
                    .bind(1, on)
                    .bind(2, lines.size())
                    .bind(3, total.amount())
                    .bind(4, answerBy)
                    .bind(5, feeYear)
                    .bind(6, cutOff)
                    .mapTo(Long.class)
                    .one();
            try (CopyIn copy = new CopyIn(h, LINE)) {
                for (DebitLine line : lines) {
                    copy.put(batchNo)
                            .put(line.lineNo())
                            .put(line.claimNo())
                            .put(line.township())
                            .put(line.payer())
                            .put(line.insurance().name())
                            .put(line.amount().amount())
                            .put(line.tier() == null ? null : line.tier().amount())
                            .put(line.account().agreementNo())
                            .put(line.account().openingBank())
                            .put(line.account().number())
                            .put(line.account().holder())
                            .put(line.state().name())
                            .endRow();
                }
                copy.finish();
            }
            return batchNo;
        });
    }

    Optional<DebitBatch> find(long batchNo) {
        return jdbi.withHandle(h -> h.createQuery(BATCH + "b.batch_no = ?")
                .bind(0, batchNo)
                .map(DebitBook::batch)
                .findOne());
    }

    /** The latest first, those before a batch. */
    List<DebitBatch> of(String bank, LocalDate from, long before, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        BATCH + "b.bank like ? and b.debit_on >= ? and b.batch_no < ? order by b.batch_no desc limit ?")
                .bind(0, bank)
                .bind(1, from)
                .bind(2, before)
                .bind(3, limit)
                .map(DebitBook::batch)
                .list());
    }

    /** From a cursor, so in an open transaction. */
    void read(long batchNo, Consumer<DebitLine> sink) {
        jdbi.useHandle(h -> h.createQuery("select * from debit_line where batch_no = ? order by line_no")
                .bind(0, batchNo)
                .setFetchSize(FETCH)
                .map(DebitBook::line)
                .forEach(sink));
    }

    /**
     * Until the transaction ends nobody else changes lines of the batch: who takes another reply of its bank waits here, the
     * work of the morning waits for whoever has joined the day. One lock, because one a line costs as much as to write it.
     */
    void lock(long batchNo) {
        jdbi.useHandle(h -> h.execute("select pg_advisory_xact_lock(hashtextextended(?, 84))", Long.toString(batchNo)));
    }

    /** Of these lines those that there are. */
    List<DebitLine> lines(long batchNo, Collection<Integer> lineNos) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from debit_line where batch_no = :batch and line_no = any (:lines)")
                        .bind("batch", batchNo)
                        .bindArray("lines", Integer.class, List.copyOf(lineNos))
                        .map(DebitBook::line)
                        .list());
    }

    void keep(Collection<DebitLine> lines, LocalDate on) {
        if (lines.isEmpty()) {
            return;
        }
        List<DebitLine> kept = List.copyOf(lines);
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        update debit_line l set state = k.state, result = k.result, bank_code = k.code, answered_on = :on,
                            debited_on = cast(k.debited_on as date)
                        from unnest(:batches, :lines, :states, :results, :codes, :days)
                            k (batch, line, state, result, code, debited_on)
                        where l.batch_no = k.batch and l.line_no = k.line""")
                .bind("on", on)
                .bind("batches", kept.stream().map(DebitLine::batchNo).toArray(Long[]::new))
                .bind("lines", kept.stream().map(DebitLine::lineNo).toArray(Integer[]::new))
                .bind("states", texts(kept, DebitLine::state))
                .bind("results", texts(kept, DebitLine::result))
                .bind("codes", texts(kept, DebitLine::bankCode))
                .bind("days", texts(kept, DebitLine::debitedOn))
                .execute());
    }

    private static String[] texts(List<DebitLine> lines, Function<DebitLine, Object> of) {
        return lines.stream()
                .map(line -> Objects.toString(of.apply(line), null))
                .toArray(String[]::new);
    }

    static DebitLine line(ResultSet row, StatementContext context) throws SQLException {
        long tier = row.getLong("tier");
        Fen agreed = row.wasNull() ? null : Fen.of(tier);
        String result = row.getString("result");
        return new DebitLine(
                row.getLong("batch_no"),
                row.getInt("line_no"),
                row.getLong("claim_no"),
                row.getString("township"),
                row.getString("payer"),
                Insurance.valueOf(row.getString("insurance")),
                Fen.of(row.getLong("amount")),
                agreed,
                account(row),
                DebitLineState.valueOf(row.getString("state")),
                result == null ? null : DebitResult.valueOf(result),
                row.getString("bank_code"),
                row.getObject("debited_on", LocalDate.class));
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("agreement_no"),
                row.getString("opening_bank"),
                row.getString("account"),
                row.getString("account_name"));
    }

    private static DebitBatch batch(ResultSet row, StatementContext context) throws SQLException {
        return new DebitBatch(
                row.getLong("batch_no"),
                row.getString("bank"),
                row.getInt("fee_year"),
                row.getObject("debit_on", LocalDate.class),
                row.getObject("cut_off", LocalDate.class),
                row.getInt("lines"),
                Fen.of(row.getLong("total")),
                row.getObject("answer_by", LocalDate.class),
                row.getInt("open"));
    }
}
