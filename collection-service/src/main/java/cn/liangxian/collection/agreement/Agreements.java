package cn.liangxian.collection.agreement;

import cn.liangxian.collection.agreement.Agreement.RenewReason;
import cn.liangxian.collection.agreement.AgreementResource.Signing;
import cn.liangxian.collection.agreement.AgreementState.Step;
import cn.liangxian.desk.Masked;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The agreements. A person has at most one that is not voided: the database sees to it. */
@ApplicationScoped
class Agreements {

    private static final int PAGE = 5_000;
    /** People of the township, each once, in the order of their keys. */
    private static final String PEOPLE =
            """
            (select distinct on (c.person_key) c.person_key, c.id_number, c.name, c.village
                from claim c join roster r using (roster_no)
                where r.state = 'ACCEPTED' and c.township = :township order by c.person_key, c.claim_no desc) p\s""";

    private final Jdbi jdbi;

    Agreements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A resident without an agreement that a debit may use. */
    record Without(String personKey, String village, String maskedName, String maskedIdNumber) {}

    /** A person's agreements are changed by one at a time, also while there is none yet. */
    void lock(String idNumber) {
        jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 82))::text")
                .bind(0, idNumber)
                .mapTo(String.class)
                .one());
    }

    Optional<Agreement> find(String bank, String number) {
        return jdbi.withHandle(h -> h.createQuery("select * from debit_agreement where bank = ? and agreement_no = ?")
                .bind(0, bank)
                .bind(1, number)
                .map(Agreements::read)
                .findOne());
    }

    /** The one that is not voided. */
    Optional<Agreement> standing(String idNumber) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from debit_agreement where id_number = ? and state in ('SIGNED', 'TO_RENEW')")
                .bind(0, idNumber)
                .map(Agreements::read)
                .findOne());
    }

    boolean isOf(String bank, String number, String idNumber) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select 1 from debit_agreement where bank = ? and agreement_no = ? and id_number = ?")
                .bind(0, bank)
                .bind(1, number)
                .bind(2, idNumber)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** ID numbers of those who signed them, each once: of residents of the township alone. */
    List<String> idNumbers(String township, List<AgreementKey> keys) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct a.id_number from debit_agreement a
                            join unnest(:banks, :numbers) k (bank, agreement_no) using (bank, agreement_no)
                        where exists (select from claim c join roster r using (roster_no)
                            where c.id_number = a.id_number and c.township = :township and r.state = 'ACCEPTED')
                        order by a.id_number""")
                .bind("township", township)
                .bindArray(
                        "banks",
                        String.class,
                        keys.stream().map(AgreementKey::bank).toList())
                .bindArray(
                        "numbers",
                        String.class,
                        keys.stream().map(AgreementKey::agreementNo).toList())
                .mapTo(String.class)
                .list());
    }

    /** The voided ones of the person are replaced by it. */
    void sign(Signing signing, LocalDate on) {
        jdbi.useHandle(h -> {
            h.execute(
                    "update debit_agreement set state = ? where id_number = ? and state = 'VOIDED'",
                    AgreementState.LIFE
                            .after(AgreementState.VOIDED, Step.SIGNED_ANEW)
                            .name(),
                    signing.idNumber());
            h.execute(
                    """
                    insert into debit_agreement
                        (bank, agreement_no, id_number, account_name, account, opening_bank, state, signed_on)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""",
                    signing.bank(),
                    signing.agreementNo(),
                    signing.idNumber(),
                    signing.accountName(),
                    signing.account(),
                    signing.openingBank(),
                    AgreementState.LIFE.first().name(),
                    on);
        });
    }

    /** False when it does not stand any more as it was read: tax has voided it meanwhile. */
    boolean list(Agreement agreement, RenewReason reason, LocalDate on) {
        return jdbi.withHandle(h -> h.execute(
                        """
                        update debit_agreement set state = ?, renew_reason = ?, listed_on = ?
                        where bank = ? and agreement_no = ? and state = ?""",
                        AgreementState.LIFE
                                .after(agreement.state(), Step.LISTED)
                                .name(),
                        reason.name(),
                        on,
                        agreement.bank(),
                        agreement.agreementNo(),
                        agreement.state().name()))
                == 1;
    }

    /**
     * Voids what a township named; returns how many. It locks the rows alone, which may be those of a whole township: who lists
     * or signs meanwhile changes nothing that does not stand any more as it was read.
     */
    int voidListed(String township, LocalDate on) {
        return jdbi.withHandle(h -> h.createUpdate("update debit_agreement a set state = :voided, voided_on = :on from "
                        + PEOPLE + "where a.state = 'TO_RENEW' and a.id_number = p.id_number")
                .bind(
                        "voided",
                        AgreementState.LIFE
                                .after(AgreementState.TO_RENEW, Step.VOIDED_BY_TAX)
                                .name())
                .bind("on", on)
                .bind("township", township)
                .execute());
    }

    /** In the order of bank and number, at most {@code limit} beyond {@code after}. */
    List<Agreement> of(String township, AgreementState state, AgreementKey after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select a.* from debit_agreement a
                        where a.state = :state and (a.bank, a.agreement_no) > (:bank, :number) and exists
                            (select from claim c join roster r using (roster_no)
                             where c.id_number = a.id_number and c.township = :township and r.state = 'ACCEPTED')
                        order by a.bank, a.agreement_no limit :limit""")
                .bind("township", township)
                .bind("state", state.name())
                .bind("bank", after.bank())
                .bind("number", after.agreementNo())
                .bind("limit", limit)
                .map(Agreements::read)
                .list());
    }

    /** All of the township in the order of their keys, read page by page. */
    void eachMissing(String township, Consumer<Without> to) {
        String after = "";
        List<Without> page;
        do {
            page = missing(township, after, PAGE);
            page.forEach(to);
            after = page.isEmpty() ? after : page.get(page.size() - 1).personKey();
        } while (page.size() == PAGE);
    }

    /** At most {@code limit} whose key is beyond {@code after}; read in the order of keys, so that a page is found at once. */
    List<Without> missing(String township, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct on (c.person_key) c.person_key, c.id_number, c.name, c.village
                        from claim c join roster r using (roster_no)
                        where r.state = 'ACCEPTED' and c.township = :township and c.person_key > :after and not exists
                            (select from debit_agreement a where a.id_number = c.id_number and a.state = 'SIGNED')
                        order by c.person_key, c.claim_no desc limit :limit""")
                .bind("township", township)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Without(
                        row.getString("person_key"),
                        row.getString("village"),
                        Masked.name(row.getString("name")),
                        Masked.idNumber(row.getString("id_number"))))
                .list());
    }

    /** Residents of the township by how their last agreement stands; {@code renewed} between the two days, both included. */
    record Counts(int valid, int renewed, int toRenew, int voided, int missing) {}

    Counts count(String township, LocalDate from, LocalDate to) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select count(*) filter (where signed), count(*) filter (where renewed),
                            count(*) filter (where to_renew), count(*) filter (where voided and not signed),
                            count(*) filter (where not signed)
                        from (select coalesce(bool_or(a.state = 'SIGNED'), false) as signed,
                                coalesce(bool_or(a.state = 'TO_RENEW'), false) as to_renew,
                                coalesce(bool_or(a.state = 'VOIDED'), false) as voided,
                                coalesce(bool_or(a.state = 'SIGNED' and a.signed_on between :from and :to), false)
                                    and bool_or(a.state = 'REPLACED') as renewed
                            from\s"""
                                + PEOPLE
                                + "left join debit_agreement a using (id_number) group by p.person_key) each_one")
                .bind("township", township)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) ->
                        new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .one());
    }

    private static Agreement read(ResultSet row, StatementContext context) throws SQLException {
        String reason = row.getString("renew_reason");
        return new Agreement(
                row.getString("bank"),
                row.getString("agreement_no"),
                Masked.name(row.getString("account_name")),
                Masked.idNumber(row.getString("id_number")),
                Masked.account(row.getString("account")),
                AgreementState.valueOf(row.getString("state")),
                row.getObject("signed_on", LocalDate.class),
                reason == null ? null : RenewReason.valueOf(reason),
                row.getObject("listed_on", LocalDate.class),
                row.getObject("voided_on", LocalDate.class));
    }
}
