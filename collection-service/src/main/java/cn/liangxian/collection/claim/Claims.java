package cn.liangxian.collection.claim;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The claims of the fee year: lines of accepted rosters only. Locks are taken in the order of the claim numbers. */
@ApplicationScoped
public class Claims {

    /** Whether there are changes at all is asked once for many claims; few have some. */
    private static final String SELECT =
            """
            select c.claim_no, c.person_key, c.township, c.village, c.insurance, c.fee_year, c.birth, c.sex, c.statuses,
                c.state, c.due, c.tier, c.paid_self, c.paid_proxy, c.paid_sponsor, c.id_number, c.name,
                not exists (select from registration_cancellation x where x.person_key = c.person_key
                    and x.insurance = c.insurance and x.registered_again is null) as registered,
                case when exists (select from identity_change i where i.person_key = c.person_key) then
                    (select string_agg(i.category || '/' || coalesce(to_char(i.valid_from, 'YYYY-MM-DD'), '') || '/'
                            || coalesce(to_char(i.valid_until, 'YYYY-MM-DD'), ''), ',' order by i.change_no)
                        from identity_change i where i.person_key = c.person_key) end as changes
            from claim c join roster r using (roster_no)
            where r.state = 'ACCEPTED' and\s""";

    /** Of two persons who share an ID number it is known whose it is: nothing is owed under it by the other one. */
    private static final String RIGHTFUL =
            """
            not exists (select 1 from link_anomaly a where a.state = 'CLOSED' and a.kind = 'ID_NUMBER_SHARED'
                and a.rightful <> c.person_key and c.person_key in (a.person_key, a.other_key)) and\s""";

    /** What the agency has cancelled is not owed. */
    public static final String REGISTERED =
            """
            not exists (select from registration_cancellation x where x.person_key = c.person_key
                and x.insurance = c.insurance and x.registered_again is null) and\s""";

    private static final String OWED = RIGHTFUL + REGISTERED;

    private static final String OF_YEAR = "c.fee_year = :year and ";

    /** Claims of a roster lie in a block of their own. */
    private static final int BLOCK_BITS = 32;

    private final Jdbi jdbi;
    private final Policy policy;

    Claims(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** A claim with the ID number under which a payer asked for it. */
    public record Asked(String idNumber, Claim claim) {
        @Override
        public String toString() {
            return "Asked[masked, " + claim.number() + "]";
        }
    }

    /** The claim number that the lines of a roster are counted from. */
    public static long firstOf(int rosterNumber) {
        return (long) rosterNumber << BLOCK_BITS;
    }

    /**
     * The claims of whoever bears the ID number, those of earlier fee years that an agency assessed last; more than one per
     * insurance and fee year means that two persons bear it.
     */
    public List<Claim> of(String idNumber) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + OWED
                        + "c.fee_year <= :year and c.id_number = :id order by c.fee_year desc, c.insurance desc")
                .bind("year", policy.feeYear())
                .bind("id", idNumber)
                .map(Claims::read)
                .list());
    }

    /** As {@link #of}, for one insurance of the policy's fee year and locked to the end of the transaction. */
    public List<Claim> lock(String idNumber, Insurance insurance) {
        return lock(idNumber, insurance, policy.feeYear());
    }

    /** Whether something would be owed under the ID number, had the agency not cancelled the registration. */
    public boolean cancelled(String idNumber, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select exists (select from claim c join registration_cancellation x using (person_key, insurance)
                            where c.id_number = ? and c.insurance = ? and x.registered_again is null)""")
                .bind(0, idNumber)
                .bind(1, insurance.name())
                .mapTo(Boolean.class)
                .one());
    }

    /** As {@link #lock(String, Insurance)}, for a fee year. */
    public List<Claim> lock(String idNumber, Insurance insurance, int feeYear) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + OWED + OF_YEAR
                        + "c.id_number = :id and c.insurance = :insurance order by c.claim_no for update of c")
                .bind("year", feeYear)
                .bind("id", idNumber)
                .bind("insurance", insurance.name())
                .map(Claims::read)
                .list());
    }

    /** All claims of these ID numbers, locked. */
    public List<Asked> lockByIdNumbers(Collection<String> idNumbers) {
        return byIdNumbers(idNumbers, " for update of c");
    }

    /** All claims of these ID numbers. */
    public List<Asked> ofIdNumbers(Collection<String> idNumbers) {
        return byIdNumbers(idNumbers, "");
    }

    private List<Asked> byIdNumbers(Collection<String> idNumbers, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + OWED + OF_YEAR + "c.id_number = any (:ids) order by c.claim_no" + locking)
                        .bind("year", policy.feeYear())
                        .bindArray("ids", String.class, List.copyOf(idNumbers))
                        .map((row, context) -> new Asked(row.getString("id_number"), read(row, context)))
                        .list());
    }

    /** Until the transaction ends no roster is accepted: whoever finds no claim can safely wait for one. */
    public void noneIsBeingMade() {
        jdbi.useHandle(h -> h.execute("select pg_advisory_xact_lock_shared(82, 2)"));
    }

    /** All claims of these persons for the fee year. */
    public List<Claim> ofPersons(Collection<String> personKeys) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + OF_YEAR + "c.person_key = any (:persons) order by c.claim_no")
                        .bind("year", policy.feeYear())
                        .bindArray("persons", String.class, List.copyOf(personKeys))
                        .map(Claims::read)
                        .list());
    }

    /** All claims of these persons, of whatever fee year, locked. */
    public List<Claim> lockByPersons(Collection<String> personKeys) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + "c.person_key = any (:persons) order by c.claim_no for update of c")
                        .bindArray("persons", String.class, List.copyOf(personKeys))
                        .map(Claims::read)
                        .list());
    }

    /** The claim, of whatever fee year, locked. */
    public Claim lockByNumber(long number) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "c.claim_no = ? for update of c")
                .bind(0, number)
                .map(Claims::read)
                .one());
    }

    /** These claims, locked. */
    public List<Claim> lockByNumbers(Collection<Long> numbers) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + "c.claim_no = any (:numbers) order by c.claim_no for update of c")
                        .bindArray("numbers", Long.class, List.copyOf(numbers))
                        .map(Claims::read)
                        .list());
    }

    /** Once the claims of a roster are all there and it is accepted: its villages have them to collect from now on. */
    public static void count(Handle h, int roster) {
        h.createQuery("select roster_counts(?)::text")
                .bind(0, roster)
                .mapTo(String.class)
                .findOne();
    }

    /** Writes the standing of locked claims. */
    public void keep(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            List<Claim> kept = List.copyOf(claims);
            h.createUpdate(
                            """
                            update claim c set state = k.state, due = k.due, tier = k.tier, paid_self = k.self,
                                paid_proxy = k.proxy, paid_sponsor = k.sponsor
                            from unnest(:numbers, :states, :dues, :tiers, :selfs, :proxies, :sponsors)
                                k (number, state, due, tier, self, proxy, sponsor)
                            where c.claim_no = k.number""")
                    .bind("numbers", numbers(kept, Claim::number))
                    .bind("states", kept.stream().map(c -> c.state().name()).toArray(String[]::new))
                    .bind("dues", numbers(kept, c -> c.due().amount()))
                    .bind(
                            "tiers",
                            numbers(
                                    kept,
                                    c -> c.tier() == null ? null : c.tier().amount()))
                    .bind("selfs", numbers(kept, c -> c.paidBySelf().amount()))
                    .bind("proxies", numbers(kept, c -> c.paidByProxy().amount()))
                    .bind("sponsors", numbers(kept, c -> c.paidBySponsor().amount()))
                    .execute();
        });
    }

    private static Long[] numbers(List<Claim> claims, Function<Claim, Long> of) {
        return claims.stream().map(of).toArray(Long[]::new);
    }

    static Claim read(ResultSet row, StatementContext context) throws SQLException {
        long tier = row.getLong("tier");
        Fen chosen = row.wasNull() ? null : Fen.of(tier);
        Statuses changes = Statuses.read(row.getString("changes"));
        return new Claim(
                row.getLong("claim_no"),
                row.getString("person_key"),
                row.getString("township"),
                row.getString("village"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                row.getObject("birth", LocalDate.class),
                Sex.valueOf(row.getString("sex")),
                Statuses.read(row.getString("statuses")).changedBy(changes),
                ClaimState.valueOf(row.getString("state")),
                Fen.of(row.getLong("due")),
                chosen,
                Fen.of(row.getLong("paid_self")),
                Fen.of(row.getLong("paid_proxy")),
                Fen.of(row.getLong("paid_sponsor")),
                row.getBoolean("registered"));
    }
}
