package cn.liangxian.collection.debit;

import cn.liangxian.collection.claim.Claims;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitResult;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Whose account may be debited next: an amount is set, an agreement is signed, and no line of the claim is open. */
@ApplicationScoped
class Candidates {

    private static final List<String> AGAIN = Arrays.stream(DebitResult.values())
            .filter(DebitResult::again)
            .map(Enum::name)
            .toList();

    private final Jdbi jdbi;
    private final Policy policy;

    Candidates(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** @param agreed what the resident agreed to; never is more debited */
    record Candidate(
            long claimNo, String township, String payer, Insurance insurance, Fen agreed, Fen tier, Account account) {}

    /**
     * In the order of their claims, beyond {@code after}, at most {@code limit}. A debit that failed for a reason that
     * lies in the account is tried again only with another agreement, and what went back to the resident on request is not
     * fetched from the account once more.
     */
    List<Candidate> of(String bank, long after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select c.claim_no, c.township, c.name, c.insurance, a.amount, a.tier,
                            g.agreement_no, g.opening_bank, g.account, g.account_name
                        from claim c join roster r using (roster_no)
                        join debit_agreement g on g.id_number = c.id_number and g.state = 'SIGNED' and g.bank = :bank
                        join lateral (select amount, tier from debit_amount
                            where claim_no = c.claim_no order by amount_no desc limit 1) a on true
                        left join lateral (select state, result, agreement_no from debit_line
                            where claim_no = c.claim_no order by batch_no desc limit 1) l on true
                        where\s"""
                                + Claims.REGISTERED
                                + """
                        r.state = 'ACCEPTED' and c.fee_year = :year and c.state <> 'PAID' and c.claim_no > :after
                            and not exists (select from refund_case f join payment p using (payment_id)
                                where p.claim_no = c.claim_no and f.state = 'MADE' and not f.automatic)
                            and (l.state is null or (l.state = 'FAILED'
                                and (l.agreement_no <> g.agreement_no or l.result = any (:again))))
                        order by c.claim_no limit :limit""")
                .bind("bank", bank)
                .bind("year", policy.feeYear())
                .bind("after", after)
                .bindArray("again", String.class, AGAIN)
                .bind("limit", limit)
                .map((row, context) -> new Candidate(
                        row.getLong("claim_no"),
                        row.getString("township"),
                        row.getString("name"),
                        Insurance.valueOf(row.getString("insurance")),
                        Fen.of(row.getLong("amount")),
                        row.getObject("tier") == null ? null : Fen.of(row.getLong("tier")),
                        DebitBook.account(row)))
                .list());
    }
}
