package cn.liangxian.subsidy.proxy;

import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.SubsidyHandoff.LapseReason;
import cn.liangxian.subsidy.application.Application;
import cn.liangxian.subsidy.application.Applications;
import cn.liangxian.subsidy.claim.Returns;
import cn.liangxian.subsidy.ledger.Account;
import cn.liangxian.subsidy.ledger.Entry;
import cn.liangxian.subsidy.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A proxy payment that came back goes back to finance, once, by a new posting that corrects the one to the person. */
@ApplicationScoped
class ReturningToFinance {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Applications applications;

    ReturningToFinance(Jdbi jdbi, BusinessDay day, Ledger ledger, Outbox outbox, Applications applications) {
        this.jdbi = jdbi;
        this.day = day;
        this.ledger = ledger;
        this.outbox = outbox;
        this.applications = applications;
    }

    private record ProxyPayment(UUID applicationId, String personKey, Fen amount) {}

    void take(PaymentReturned returned) {
        UUID proxyId = UUID.fromString(returned.reference());
        ProxyPayment paid = find(proxyId, returned.reason());
        if (returned.amount().compareTo(paid.amount()) > 0) {
            throw new IllegalArgumentException("of proxy payment " + proxyId + " there were " + paid.amount()
                    + " yuan left, and more is returned: " + returned.amount());
        }
        LocalDate today = day.today();
        if (!Returns.record(jdbi, proxyId, returned, today)) {
            return;
        }
        Application application = applications.find(paid.applicationId()).orElseThrow();
        ledger.book(Entry.move(
                        kind(returned),
                        application.book(),
                        proxyId,
                        Account.PERSON,
                        Account.RETURNED,
                        returned.amount(),
                        paid.personKey(),
                        today)
                .correcting(ledger.entryOf(Entry.Kind.POSTED, proxyId)));
        outbox.handOver(new FundsReturned(
                application.id().toString(),
                application.purpose(),
                application.insurance(),
                returned.reference(),
                returned.amount(),
                returned.reason(),
                today));
    }

    /** Collection had no use for it at once, or its status turned out to have ended: a payment may come back by both. */
    private static Entry.Kind kind(PaymentReturned returned) {
        return LapseReason.STATUS_ENDED.name().equals(returned.reason())
                ? Entry.Kind.LAPSED
                : Entry.Kind.PAYMENT_RETURNED;
    }

    /** The payment with what is left of it, not counting a return for this reason. */
    private ProxyPayment find(UUID proxyId, String reason) {
        return jdbi.withHandle(h -> h.createQuery(
                                """
                                select application_id, person_key, amount - coalesce((select sum(r.amount)
                                    from payment_return r where r.reference = proxy_id and r.reason <> :reason), 0)
                                from proxy_payment where proxy_id = :proxy""")
                        .bind("proxy", proxyId)
                        .bind("reason", reason == null ? "" : reason)
                        .map((row, context) -> new ProxyPayment(
                                row.getObject(1, UUID.class), row.getString(2), Fen.of(row.getLong(3))))
                        .findOne())
                .orElseThrow(() -> new IllegalArgumentException("no proxy payment " + proxyId + " was made"));
    }
}
