package cn.liangxian.subsidy.ledger;

import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The ledger of public money and sponsorships. It only grows; that entries balance is a constraint of the database. */
@ApplicationScoped
public class Ledger {

    private final Jdbi jdbi;

    Ledger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void book(Entry entry) {
        book(List.of(entry));
    }

    /** Books all in the current transaction. An entry of the same kind and reference was booked before: an error. */
    public void book(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            jdbi.useHandle(h -> {
                insertEntries(h, entries);
                insertPostings(h, entries);
                addSums(h, entries);
            });
        }
    }

    /** The entry that booked {@code reference}. */
    public UUID entryOf(Entry.Kind kind, UUID reference) {
        return jdbi.withHandle(h -> h.createQuery("select entry_id from entry where kind = ? and reference = ?")
                .bind(0, kind.name())
                .bind(1, reference.toString())
                .mapTo(UUID.class)
                .one());
    }

    private static void insertEntries(Handle h, Collection<Entry> entries) {
        PreparedBatch batch = h.prepareBatch(
                """
                insert into entry (entry_id, kind, purpose, insurance, application_id, reference, corrects, booked_on)
                values (?, ?, ?, ?, ?, ?, ?, ?)""");
        for (Entry entry : entries) {
            batch.add(
                    entry.id(),
                    entry.kind().name(),
                    entry.book().purpose(),
                    entry.book().insurance().name(),
                    entry.book().applicationId(),
                    entry.reference().toString(),
                    entry.corrects(),
                    entry.on());
        }
        batch.execute();
    }

    private static void insertPostings(Handle h, Collection<Entry> entries) {
        PreparedBatch batch =
                h.prepareBatch("insert into posting (entry_id, account, person_key, amount) values (?, ?, ?, ?)");
        for (Entry entry : entries) {
            long fen = entry.amount().amount();
            batch.add(entry.id(), entry.from().name(), personAt(entry, entry.from()), -fen);
            batch.add(entry.id(), entry.to().name(), personAt(entry, entry.to()), fen);
        }
        batch.execute();
    }

    /** A day's money of one kind on one account. */
    private record Kind(LocalDate on, String purpose, Insurance insurance, Account account) {}

    private static void addSums(Handle h, Collection<Entry> entries) {
        Map<Kind, Long> sums = new HashMap<>();
        for (Entry entry : entries) {
            long fen = entry.amount().amount();
            sums.merge(kind(entry, entry.from()), -fen, Long::sum);
            sums.merge(kind(entry, entry.to()), fen, Long::sum);
        }
        PreparedBatch batch = h.prepareBatch("insert into booked_sum values (?, ?, ?, ?, ?)");
        sums.forEach((kind, fen) -> batch.add(
                kind.on(),
                kind.insurance().name(),
                kind.purpose(),
                kind.account().name(),
                fen));
        batch.execute();
    }

    private static Kind kind(Entry entry, Account account) {
        return new Kind(entry.on(), entry.book().purpose(), entry.book().insurance(), account);
    }

    private static String personAt(Entry entry, Account account) {
        return account == Account.PERSON ? entry.personKey() : null;
    }
}
