package cn.liangxian.collection.debitlist;

import cn.liangxian.collection.debitlist.DebitListResource.Change;
import cn.liangxian.collection.debitlist.DebitListState.Step;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The debit lists, and the amounts that may be debited. */
@ApplicationScoped
class DebitLists {

    private final Jdbi jdbi;

    DebitLists(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of a list. {@code reason} is why the resident cannot be debited; null when it can. */
    record Row(long claimNo, Fen amount, Fen tier, String reason) {
        String canonical() {
            return claimNo + "|" + amount.amount() + "|" + (tier == null ? "" : tier.amount()) + "|" + reason;
        }
    }

    /** What may be debited for a claim, and since when its list has its amounts. */
    record SetAmount(String listId, Fen amount, LocalDate listSetOn) {}

    /** The township's list that is not superseded, locked. */
    Optional<DebitList> current(String township, int feeYear) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from debit_list where township = ? and fee_year = ? and state <> 'SUPERSEDED' for update")
                .bind(0, township)
                .bind(1, feeYear)
                .map(DebitLists::read)
                .findOne());
    }

    Optional<DebitList> lock(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from debit_list where list_id = ? for update")
                .bind(0, id)
                .map(DebitLists::read)
                .findOne());
    }

    /** At most {@code limit}, the oldest first, after the list {@code after}; null for the first. */
    List<DebitList> of(String area, UUID after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from debit_list where starts_with(township, :area)
                            and (cast(:after as uuid) is null or list_id > cast(:after as uuid)) order by list_id limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map(DebitLists::read)
                .list());
    }

    void supersede(DebitList list) {
        jdbi.useHandle(h -> h.execute(
                "update debit_list set state = ? where list_id = ?",
                DebitListState.LIFE.after(list.state(), Step.RETURNED_AGAIN).name(),
                UUID.fromString(list.listId())));
    }

    void enter(DebitList list, int feeYear, String categories, String signedBy, List<Row> rows) {
        UUID id = UUID.fromString(list.listId());
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into debit_list values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                    id,
                    list.township(),
                    feeYear,
                    list.returnedOn(),
                    list.claims(),
                    list.debitable(),
                    list.total().amount(),
                    categories,
                    signedBy,
                    list.digest(),
                    list.state().name());
            PreparedBatch batch = h.prepareBatch("insert into debit_list_row values (?, ?, ?, ?, ?, ?)");
            for (Row row : rows) {
                batch.add(
                        id, row.claimNo(), row.amount().amount(), fen(row.tier()), row.reason() == null, row.reason());
            }
            batch.execute();
        });
    }

    /** The amounts of the list hold from now on; returns for how many claims. */
    int setAmounts(DebitList list, LocalDate on) {
        UUID id = UUID.fromString(list.listId());
        return jdbi.withHandle(h -> {
            h.execute(
                    "update debit_list set state = ?, amounts_set_on = ? where list_id = ?",
                    DebitListState.LIFE.after(list.state(), Step.SET).name(),
                    on,
                    id);
            return h.createUpdate(
                            """
                            insert into debit_amount (claim_no, list_id, amount, tier, set_on)
                            select claim_no, list_id, amount, tier, ? from debit_list_row
                            where list_id = ? and debitable order by claim_no""")
                    .bind(0, on)
                    .bind(1, id)
                    .execute();
        });
    }

    Optional<SetAmount> amount(long claimNo) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select a.list_id, a.amount, l.amounts_set_on from debit_amount a join debit_list l using (list_id)
                        where a.claim_no = ? order by a.amount_no desc limit 1""")
                .bind(0, claimNo)
                .map((row, context) -> new SetAmount(
                        row.getString("list_id"),
                        Fen.of(row.getLong("amount")),
                        row.getObject("amounts_set_on", LocalDate.class)))
                .findOne());
    }

    /** @param login by which it was applied for, whoever it names as the specialist */
    void change(UUID changeId, long claimNo, String listId, Fen amount, Change change, String login, LocalDate on) {
        jdbi.useHandle(h -> h.execute(
                """
                insert into debit_amount (claim_no, list_id, amount, tier, set_on, change_id, reason, specialist, login)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                claimNo,
                UUID.fromString(listId),
                amount.amount(),
                fen(change.tier()),
                on,
                changeId,
                change.reason(),
                change.specialist(),
                login));
    }

    /** At most {@code limit} changes of an area, the oldest first, after the change with the number {@code after}. */
    List<AmountChange> changes(String area, long after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select a.amount_no, a.change_id, c.person_key, c.village, c.insurance, a.set_on, a.amount, a.reason,
                            a.specialist, a.login, former.amount as before
                        from debit_amount a join claim c using (claim_no)
                        cross join lateral (select b.amount from debit_amount b
                            where b.claim_no = a.claim_no and b.amount_no < a.amount_no
                            order by b.amount_no desc limit 1) former
                        where a.change_id is not null and starts_with(c.village, :area) and a.amount_no > :after
                        order by a.amount_no limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new AmountChange(
                        row.getLong("amount_no"),
                        row.getString("change_id"),
                        row.getString("person_key"),
                        row.getString("village"),
                        Insurance.valueOf(row.getString("insurance")),
                        row.getObject("set_on", LocalDate.class),
                        Fen.of(row.getLong("before")),
                        Fen.of(row.getLong("amount")),
                        row.getString("reason"),
                        row.getString("specialist"),
                        row.getString("login")))
                .list());
    }

    private static Long fen(Fen amount) {
        return amount == null ? null : amount.amount();
    }

    private static DebitList read(ResultSet row, StatementContext context) throws SQLException {
        return new DebitList(
                row.getString("list_id"),
                row.getString("township"),
                row.getObject("returned_on", LocalDate.class),
                row.getInt("claims"),
                row.getInt("debitable"),
                Fen.of(row.getLong("total")),
                row.getString("digest"),
                DebitListState.valueOf(row.getString("state")),
                row.getObject("amounts_set_on", LocalDate.class),
                List.of());
    }
}
