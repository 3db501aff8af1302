package cn.liangxian.collection.debit;

import cn.liangxian.collection.debit.FailedDebit.Contact;
import cn.liangxian.collection.debit.FailedDebit.Outcome;
import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The worklist of failed debits. It follows from lines and claims; only what the village did is entered. */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(4)")
class FailedDebits {

    private final Jdbi jdbi;

    FailedDebits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Told to the township already; at most {@code limit} beyond the claim {@code after}. */
    List<FailedDebit> of(String area, boolean onlyOpen, long after, int limit) {
        List<FailedDebit> page = page(area, onlyOpen, after, limit);
        Map<Long, List<Contact>> contacts =
                contacts(page.stream().map(FailedDebit::claimNo).toList());
        return page.stream()
                .map(failed -> failed.with(contacts.getOrDefault(failed.claimNo(), List.of())))
                .toList();
    }

    private List<FailedDebit> page(String area, boolean onlyOpen, long after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select c.claim_no, c.person_key, c.village, c.name, c.insurance, f.closed, f.attempts,
                            l.amount, f.reason, b.debit_on, g.listed_on as guided_on
                        from (select * from failed_debit
                            where starts_with(village, :area) and claim_no > :after and not (:open and closed)
                            order by claim_no limit :limit) f
                        join claim c using (claim_no)
                        join debit_line l on l.claim_no = f.claim_no and l.batch_no = f.batch_no
                        join debit_batch b on b.batch_no = f.batch_no
                        left join debit_guidance g on g.claim_no = f.claim_no
                        order by c.claim_no""")
                .bind("area", area)
                .bind("after", after)
                .bind("open", onlyOpen)
                .bind("limit", limit)
                .map((row, context) -> {
                    DebitResult reason = DebitResult.valueOf(row.getString("reason"));
                    return new FailedDebit(
                            row.getLong("claim_no"),
                            row.getString("person_key"),
                            row.getString("village"),
                            Masked.name(row.getString("name")),
                            Insurance.valueOf(row.getString("insurance")),
                            Fen.of(row.getLong("amount")),
                            row.getInt("attempts"),
                            reason,
                            reason.zh(),
                            reason.en(),
                            row.getObject("debit_on", LocalDate.class),
                            row.getObject("guided_on", LocalDate.class),
                            row.getBoolean("closed"),
                            List.of());
                })
                .list());
    }

    Optional<FailedDebit> find(String area, long claimNo) {
        return of(area, false, claimNo - 1, 1).stream()
                .filter(found -> found.claimNo() == claimNo)
                .findFirst();
    }

    void note(long claimNo, Contact contact, String by) {
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    insert into debit_contact (claim_no, outcome, note, next_on, by_whom, made_on)
                    values (?, ?, ?, ?, ?, ?)""",
                    claimNo,
                    contact.outcome().name(),
                    contact.note(),
                    contact.nextOn(),
                    by,
                    contact.madeOn());
            h.execute("update failed_debit set touched = true where claim_no = ?", claimNo);
        });
    }

    private Map<Long, List<Contact>> contacts(List<Long> claims) {
        return jdbi.withHandle(h -> h
                .createQuery("select * from debit_contact where claim_no = any (:claims) order by contact_no")
                .bindArray("claims", Long.class, claims)
                .map((row, context) -> Map.entry(
                        row.getLong("claim_no"),
                        new Contact(
                                Outcome.valueOf(row.getString("outcome")),
                                row.getString("note"),
                                row.getObject("next_on", LocalDate.class),
                                row.getObject("made_on", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }
}
