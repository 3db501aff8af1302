package cn.liangxian.subsidy.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.Neighbours;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 10);

    @Inject
    Jdbi jdbi;

    @Inject
    Ledger ledger;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void newCampaign() {
        neighbours.newCampaign();
    }

    @Test
    void aBalancedEntryIsCommitted() {
        QuarkusTransaction.requiringNew().run(() -> ledger.book(sponsored(Uuid7.next(), 380)));
        assertEquals(2, count("select count(*) from posting"));
        assertEquals(0, count("select sum(amount) from posting"));
    }

    @Test
    void anEntryThatDoesNotBalanceByOneFenCannotBeCommitted() {
        assertRefused("entry_balances", h -> {
            UUID entry = entry(h);
            post(h, entry, "SPONSOR", -38000);
            post(h, entry, "PERSON", 37999);
        });
        assertEquals(0, count("select count(*) from entry"));
    }

    @Test
    void anEntryWithOneSideOnlyOrNoneCannotBeCommitted() {
        assertRefused("entry_balances", h -> post(h, entry(h), "PERSON", 100));
        assertRefused("entry_balances", LedgerTest::entry);
    }

    @Test
    void nothingCanBeAddedToACommittedEntryThatBrakesItsBalance() {
        Entry booked = sponsored(Uuid7.next(), 380);
        QuarkusTransaction.requiringNew().run(() -> ledger.book(booked));
        assertRefused("entry_balances", h -> post(h, booked.id(), "FUND", 1));
    }

    @Test
    void whatASweepSumsUpIsWhatWasPosted() {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.book(java.util.List.of(sponsored(Uuid7.next(), 380), sponsored(Uuid7.next(), 200))));
        QuarkusTransaction.requiringNew().run(() -> ledger.book(sponsored(Uuid7.next(), 1)));
        assertEquals(58_100, count("select sum(fen) from booked_sum where account = 'PERSON'"));
        assertEquals(
                0,
                count(
                        """
                        select count(*) from (
                            (select booked_on, insurance, purpose, account, sum(fen) from booked_sum group by 1, 2, 3, 4)
                            except select booked_on, insurance, purpose, account, sum(amount)
                                from entry join posting using (entry_id) group by 1, 2, 3, 4) d"""));
    }

    @Test
    void oneFactIsBookedOnce() {
        UUID sponsorship = Uuid7.next();
        QuarkusTransaction.requiringNew().run(() -> ledger.book(sponsored(sponsorship, 380)));
        assertRefused("duplicate key", h -> ledger.book(sponsored(sponsorship, 380)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update posting set amount = amount * 2",
                "delete from posting",
                "truncate posting",
                "update entry set booked_on = booked_on + 1",
                "delete from entry",
                "update application set amount = 1",
                "update appropriation set amount = 1",
                "delete from proxy_payment",
                "delete from payment_return",
                "update contribution set amount = 1",
                "delete from run"
            })
    void theApplicationCanNeitherChangeNorDeleteAFact(String statement) {
        QuarkusTransaction.requiringNew().run(() -> ledger.book(sponsored(Uuid7.next(), 380)));
        assertRefused("permission denied", h -> h.execute(statement));
        assertEquals(2, count("select count(*) from posting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update posting set amount = 1", "delete from entry", "truncate posting, entry"})
    void notEvenTheOwnerOfTheTablesChangesABookedFact(String statement) {
        QuarkusTransaction.requiringNew().run(() -> ledger.book(sponsored(Uuid7.next(), 380)));
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> neighbours.asOwner(statement));
        assertTrue(refused.getMessage().contains("a correction is a new posting"), refused.getMessage());
    }

    @Test
    void anEntryMovesAPositiveAmountBetweenTwoAccounts() {
        assertThrows(IllegalArgumentException.class, () -> sponsored(Uuid7.next(), 0));
        assertThrows(IllegalArgumentException.class, () -> sponsored(Uuid7.next(), -1));
    }

    private static Entry sponsored(UUID sponsorship, long yuan) {
        return Entry.move(
                Entry.Kind.SPONSORED,
                Entry.Book.sponsorship(Insurance.MEDICAL),
                sponsorship,
                Account.SPONSOR,
                Account.PERSON,
                Fen.ofYuan(yuan),
                "person",
                DAY);
    }

    private static UUID entry(Handle h) {
        UUID id = Uuid7.next();
        h.execute(
                "insert into entry values (?, 'SPONSORED', 'SPONSORSHIP', 'MEDICAL', null, ?, null, ?)",
                id,
                id.toString(),
                DAY);
        return id;
    }

    private static void post(Handle h, UUID entry, String account, long fen) {
        h.execute("insert into posting (entry_id, account, amount) values (?, ?, ?)", entry, account, fen);
    }

    private void assertRefused(String reason, HandleConsumer<RuntimeException> work) {
        Exception refused = assertThrows(
                Exception.class, () -> QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(work)));
        StringBuilder messages = new StringBuilder();
        for (Throwable t = refused; t != null; t = t.getCause()) {
            messages.append(t.getMessage()).append('\n');
            for (Throwable suppressed : t.getSuppressed()) {
                messages.append(suppressed.getMessage()).append('\n');
            }
            if (t instanceof SQLException sql && sql.getNextException() != null) {
                messages.append(sql.getNextException().getMessage()).append('\n');
            }
        }
        assertFalse(messages.toString().isBlank());
        assertTrue(
                messages.toString().contains(reason)
                        || reason.equals("entry_balances")
                                && messages.toString().contains("does not balance"),
                messages.toString());
    }

    private long count(String query) {
        return jdbi.withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
    }
}
