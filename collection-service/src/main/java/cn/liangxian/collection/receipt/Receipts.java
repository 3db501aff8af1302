package cn.liangxian.collection.receipt;

import cn.liangxian.collection.receipt.Receipt.Line;
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
import org.jdbi.v3.core.statement.StatementContext;

/** The documents that were issued, and the payments that they are about. */
@ApplicationScoped
class Receipts {

    private static final String LINES =
            """
            select p.*, coalesce(p.debited_on, p.paid_on) as day_of_payment,
                (select coalesce(sum(r.amount), 0) from refund r where r.payment_id = p.payment_id) as refunded
            from payment p where p.outcome = 'PAID' and\s""";

    private final Jdbi jdbi;

    Receipts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was issued; what it says is read from the payments. */
    record Issued(
            String number,
            String checkCode,
            ReceiptKind kind,
            int feeYear,
            UUID paymentId,
            String personKey,
            LocalDate issuedOn) {}

    /** Whose document it is. */
    record Holder(String personKey, String name, String idNumber) {
        @Override
        public String toString() {
            return "Holder[masked]";
        }
    }

    /** Those who bear the ID number and live in the area. */
    List<Holder> holders(String idNumber, String area) {
        return holders("c.id_number = ? and c.village like ? || '%'", idNumber, area);
    }

    Holder holder(String personKey) {
        return holder(personKey, "").get(0);
    }

    /** One at most: none when the person lives in another area. */
    List<Holder> holder(String personKey, String area) {
        return holders("c.person_key = ? and c.village like ? || '%'", personKey, area);
    }

    private List<Holder> holders(String where, String first, String second) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct on (c.person_key) c.person_key, c.name, c.id_number
                        from claim c join roster r using (roster_no) where r.state = 'ACCEPTED' and\s"""
                                + where + " order by c.person_key, c.claim_no desc")
                .bind(0, first)
                .bind(1, second)
                .map((row, context) -> new Holder(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    Optional<Issued> of(UUID paymentId) {
        return issued("payment_id = ?", paymentId);
    }

    Optional<Issued> of(String personKey, int feeYear) {
        return issued("kind = 'CERTIFICATE' and person_key = ? and fee_year = ?", personKey, feeYear);
    }

    Optional<Issued> by(String number, String checkCode) {
        return issued("number = ? and check_code = ?", number, checkCode);
    }

    private Optional<Issued> issued(String where, Object... values) {
        return jdbi.withHandle(h -> {
            var query = h.createQuery("select * from receipt where " + where);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.map(Receipts::read).findOne();
        });
    }

    /** The next number of the fee year; whoever else issues waits until this transaction has ended. */
    long nextSerial(int feeYear) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        insert into receipt_number values (?, 1)
                        on conflict (fee_year) do update set last = receipt_number.last + 1 returning last""")
                .bind(0, feeYear)
                .mapTo(Long.class)
                .one());
    }

    void enter(Issued issued, long serial, String by) {
        jdbi.useHandle(h -> h.execute(
                "insert into receipt values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                issued.number(),
                issued.feeYear(),
                serial,
                issued.kind().name(),
                issued.paymentId(),
                issued.personKey(),
                issued.checkCode(),
                issued.issuedOn(),
                by));
    }

    List<Line> lines(Issued issued) {
        return issued.kind() == ReceiptKind.VOUCHER
                ? lines("p.payment_id = ?", issued.paymentId())
                : linesOf(issued.personKey(), issued.feeYear());
    }

    List<Line> linesOf(String personKey, int feeYear) {
        return lines("p.person_key = ? and p.fee_year = ?", personKey, feeYear);
    }

    /** The payment, if it is one of the person's and was owed. */
    List<Line> lineOf(String personKey, UUID paymentId) {
        return lines("p.person_key = ? and p.payment_id = ?", personKey, paymentId);
    }

    private List<Line> lines(String where, Object... values) {
        return jdbi.withHandle(h -> {
            var query = h.createQuery(LINES + where + " order by p.paid_on, p.payment_id");
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.map(Receipts::line).list();
        });
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        return new Line(
                row.getString("payment_id"),
                Insurance.valueOf(row.getString("insurance")),
                Fen.of(row.getLong("amount")),
                Fen.of(row.getLong("refunded")),
                row.getString("payer"),
                row.getString("channel"),
                row.getString("voucher"),
                row.getObject("day_of_payment", LocalDate.class));
    }

    private static Issued read(ResultSet row, StatementContext context) throws SQLException {
        return new Issued(
                row.getString("number"),
                row.getString("check_code"),
                ReceiptKind.valueOf(row.getString("kind")),
                row.getInt("fee_year"),
                row.getObject("payment_id", UUID.class),
                row.getString("person_key"),
                row.getObject("issued_on", LocalDate.class));
    }
}
