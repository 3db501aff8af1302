package cn.liangxian.subsidy.appropriation;

import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.subsidy.SubsidyHandoff.FundsPaidIn;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.application.Application;
import cn.liangxian.subsidy.application.ApplicationLine;
import cn.liangxian.subsidy.application.Applications;
import cn.liangxian.subsidy.ledger.Account;
import cn.liangxian.subsidy.ledger.Entry;
import cn.liangxian.subsidy.ledger.Ledger;
import cn.liangxian.subsidy.proxy.PayingOnBehalf;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Uses open money of an application for its lines in order. A line is paid in full or waits; money applied for one person
 * is not moved to another (专款专用): what a person needs no more goes back to finance.
 */
@ApplicationScoped
class UsingFunds {

    /** Lines worked at a time: bounds memory, and each batch is a handful of statements. */
    private static final int BATCH = 1000;

    private static final String LAPSED = "申请后已失效，无需拨付";

    private final Applications applications;
    private final PayingOnBehalf payingOnBehalf;
    private final Ledger ledger;
    private final Outbox outbox;

    UsingFunds(Applications applications, PayingOnBehalf payingOnBehalf, Ledger ledger, Outbox outbox) {
        this.applications = applications;
        this.payingOnBehalf = payingOnBehalf;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** What became of the open money. */
    record Use(int heads, Fen posted, Fen returned, Fen open) {}

    /** @param appropriationId names the posting of the sum that goes to the fund, and what is paid on behalf with it */
    Use use(Application application, UUID appropriationId, LocalDate on) {
        Fen open = application.open();
        int handled = application.handled();
        Fen posted = Fen.ZERO;
        Fen returned = Fen.ZERO;
        int heads = 0;
        List<ApplicationLine> covered;
        do {
            covered = covered(applications.lines(application.id(), handled, BATCH), open);
            Fen total = sum(covered);
            if (application.purpose() == Purpose.PROXY) {
                PayingOnBehalf.Paid paid = payingOnBehalf.pay(application, appropriationId, covered, on);
                posted = posted.plus(paid.amount());
                returned = returned.plus(total.minus(paid.amount()));
                heads += paid.persons();
            } else {
                List<ApplicationLine> valid =
                        covered.stream().filter(line -> !line.lapsed()).toList();
                if (application.purpose() == Purpose.GRANT) {
                    grant(application, valid, on);
                }
                giveBack(
                        application,
                        covered.stream().filter(ApplicationLine::lapsed).toList(),
                        on);
                posted = posted.plus(sum(valid));
                returned = returned.plus(total.minus(sum(valid)));
                heads += valid.size();
            }
            open = open.minus(total);
            handled += covered.size();
        } while (covered.size() == BATCH);
        if (application.excess().isPositive()) {
            posted = posted.plus(open);
            open = Fen.ZERO;
        }
        payIn(application, appropriationId, heads, posted, on);
        applications.progressed(
                application.id(),
                application.appropriated(),
                handled,
                application.appropriated().minus(open));
        return new Use(heads, posted, returned, open);
    }

    /** The first lines that the money covers in full; the next one waits, smaller ones do not overtake it. */
    private static List<ApplicationLine> covered(List<ApplicationLine> lines, Fen open) {
        List<ApplicationLine> covered = new ArrayList<>();
        Fen left = open;
        for (ApplicationLine line : lines) {
            left = left.minus(line.amount());
            if (left.compareTo(Fen.ZERO) < 0) {
                break;
            }
            covered.add(line);
        }
        return covered;
    }

    private void grant(Application application, List<ApplicationLine> lines, LocalDate on) {
        ledger.book(lines.stream()
                .map(line -> line.entry(Entry.Kind.POSTED, application, Account.PERSON, line.amount(), on))
                .toList());
    }

    private void giveBack(Application application, List<ApplicationLine> lapsed, LocalDate on) {
        ledger.book(lapsed.stream()
                .map(line -> line.entry(Entry.Kind.NOT_NEEDED, application, Account.RETURNED, line.amount(), on))
                .toList());
        outbox.handOver(lapsed.stream()
                .map(line -> line.returned(application, line.amount(), LAPSED, on))
                .toList());
    }

    /** Subsidies go to the fund in one sum; proxy payments are handed over per person instead. */
    private void payIn(Application application, UUID appropriationId, int heads, Fen posted, LocalDate on) {
        if (application.purpose() == Purpose.PROXY || posted.isZero()) {
            return;
        }
        if (application.purpose() != Purpose.GRANT) {
            ledger.book(Entry.move(
                    Entry.Kind.POSTED,
                    application.book(),
                    appropriationId,
                    Account.SPECIAL_ACCOUNT,
                    Account.FUND,
                    posted,
                    null,
                    on));
        }
        outbox.handOver(new FundsPaidIn(
                application.id().toString(), application.purpose(), application.insurance(), heads, posted, on));
    }

    private static Fen sum(List<ApplicationLine> lines) {
        Fen sum = Fen.ZERO;
        for (ApplicationLine line : lines) {
            sum = sum.plus(line.amount());
        }
        return sum;
    }
}
