package cn.liangxian.subsidy.proxy;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.application.Application;
import cn.liangxian.subsidy.application.ApplicationLine;
import cn.liangxian.subsidy.ledger.Account;
import cn.liangxian.subsidy.ledger.Entry;
import cn.liangxian.subsidy.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Pays contributions on behalf of persons (代缴). Between application and money a person may have paid: then only what is
 * open is paid, and the rest goes back to finance.
 */
@ApplicationScoped
@Clause("yicheng-2024/四(三)3a")
public class PayingOnBehalf {

    private static final String NOT_NEEDED = "已缴清或资格已失效，无需代缴";

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final Outbox outbox;

    PayingOnBehalf(Jdbi jdbi, Ledger ledger, Outbox outbox) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** The sum paid to persons. */
    public record Paid(int persons, Fen amount) {}

    /**
     * Lines that the money covers, at most some thousand at a time.
     *
     * @param appropriationId the sum that it comes with
     */
    public Paid pay(Application application, UUID appropriationId, List<ApplicationLine> lines, LocalDate on) {
        Map<UUID, Fen> open = open(application, lines);
        List<ProxyPaid> paid = new ArrayList<>();
        List<FundsReturned> returned = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Fen amount = Fen.ZERO;
        for (ApplicationLine line : lines) {
            Fen pays = line.lapsed() ? Fen.ZERO : between(Fen.ZERO, open.get(line.id()), line.amount());
            Fen rest = line.amount().minus(pays);
            if (pays.isPositive()) {
                paid.add(proxy(application, appropriationId, line, pays, on));
                entries.add(line.entry(Entry.Kind.POSTED, application, Account.PERSON, pays, on));
                amount = amount.plus(pays);
            }
            if (rest.isPositive()) {
                returned.add(line.returned(application, rest, NOT_NEEDED, on));
                entries.add(line.entry(Entry.Kind.NOT_NEEDED, application, Account.RETURNED, rest, on));
            }
        }
        record(application, paid);
        ledger.book(entries);
        outbox.handOver(paid);
        outbox.handOver(returned);
        return new Paid(paid.size(), amount);
    }

    private Map<UUID, Fen> open(Application application, List<ApplicationLine> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Fen> open = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select line_id, open_amount(person_key, insurance, fee_year) from application_line
                        where application_id = :application and number between :first and :last""")
                .bind("application", application.id())
                .bind("first", lines.get(0).number())
                .bind("last", lines.get(lines.size() - 1).number())
                .map((row, context) -> open.put(row.getObject(1, UUID.class), Fen.of(row.getLong(2))))
                .list());
        return open;
    }

    private void record(Application application, List<ProxyPaid> paid) {
        if (paid.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("insert into proxy_payment values (?, ?, ?, ?, ?, ?, ?)");
            for (ProxyPaid proxy : paid) {
                batch.add(
                        UUID.fromString(proxy.proxyId()),
                        application.id(),
                        proxy.personKey(),
                        proxy.insurance().name(),
                        proxy.feeYear(),
                        proxy.amount().amount(),
                        proxy.on());
            }
            batch.execute();
        });
    }

    private static ProxyPaid proxy(
            Application application, UUID appropriationId, ApplicationLine line, Fen pays, LocalDate on) {
        return new ProxyPaid(
                line.id().toString(),
                application.id().toString(),
                line.personKey(),
                application.insurance(),
                application.feeYear(),
                pays,
                application.funder(),
                line.clause(),
                on,
                appropriationId.toString());
    }

    private static Fen between(Fen least, Fen value, Fen most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }
}
