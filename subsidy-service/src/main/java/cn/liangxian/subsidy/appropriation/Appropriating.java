package cn.liangxian.subsidy.appropriation;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import cn.liangxian.subsidy.SubsidyHandoff.FundsAppropriated;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.application.Application;
import cn.liangxian.subsidy.application.ApplicationProblem;
import cn.liangxian.subsidy.application.Applications;
import cn.liangxian.subsidy.ledger.Account;
import cn.liangxian.subsidy.ledger.Entry;
import cn.liangxian.subsidy.ledger.Ledger;
import cn.liangxian.subsidy.roster.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes what finance appropriates for an application and uses it at once, for as many persons as it suffices. */
@ApplicationScoped
@Clause("yicheng-2024/五(五)-a")
public class Appropriating {

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;
    private final Ledger ledger;
    private final Applications applications;
    private final UsingFunds usingFunds;
    private final Facts facts;

    Appropriating(
            Jdbi jdbi,
            Policy policy,
            BusinessDay day,
            Outbox outbox,
            Ledger ledger,
            Applications applications,
            UsingFunds usingFunds,
            Facts facts) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
        this.ledger = ledger;
        this.applications = applications;
        this.usingFunds = usingFunds;
        this.facts = facts;
    }

    /**
     * All in one transaction: money that was appropriated is never half posted. It takes turns with those who record facts: a
     * line that lapses while its money comes is either seen as lapsed here or seen as paid there.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    AppropriationResource.Answer appropriate(UUID applicationId, Fen amount) {
        facts.deciding();
        LocalDate today = day.today();
        Application before = applications
                .hold(applicationId)
                .orElseThrow(() -> new Problem(ApplicationProblem.APPLICATION_UNKNOWN, Text.value(applicationId)));
        check(before, amount);
        UUID appropriationId = Uuid7.next();
        jdbi.useHandle(h -> h.execute(
                "insert into appropriation values (?, ?, ?, ?)", appropriationId, before.id(), amount.amount(), today));
        ledger.book(Entry.move(
                Entry.Kind.APPROPRIATED,
                before.book(),
                appropriationId,
                Account.FINANCE_APPROPRIATION,
                Account.SPECIAL_ACCOUNT,
                amount,
                null,
                today));
        Fen appropriated = before.appropriated().plus(amount);
        applications.progressed(before.id(), appropriated, before.handled(), before.used());
        Application funded = applications.hold(applicationId).orElseThrow();
        Fen shortfall = funded.shortfall();
        UsingFunds.Use use = usingFunds.use(funded, appropriationId, today);
        outbox.handOver(new FundsAppropriated(
                applicationId.toString(),
                funded.purpose(),
                funded.insurance(),
                amount,
                shortfall,
                today,
                appropriationId.toString(),
                use.heads()));
        return new AppropriationResource.Answer(
                appropriationId, applicationId, appropriated, shortfall, use.posted(), use.returned(), use.open());
    }

    private void check(Application application, Fen amount) {
        if (!amount.isPositive()) {
            throw new Problem(ApplicationProblem.AMOUNT_NOT_POSITIVE, Text.yuan(amount))
                    .at(null, "amount", ApplicationProblem.AMOUNT_NOT_POSITIVE.title());
        }
        if (amount.compareTo(application.shortfall()) > 0 && !isLowerBound(application)) {
            Text left = Text.yuan(application.shortfall()).after("申请未拨余额", "left of the application: ");
            throw new Problem(ApplicationProblem.AMOUNT_EXCEEDS_APPLICATION, left).at(null, "amount", left);
        }
    }

    /** Where the notice says 不低于, finance may give more than the sum applied for, and all of it goes to the fund. */
    @Clause("yicheng-2024/四(一)医疗-2")
    private boolean isLowerBound(Application application) {
        return application.purpose() == Purpose.FISCAL_SUBSIDY
                && policy.governmentSubsidies(application.insurance(), Fen.ZERO).stream()
                        .anyMatch(subsidy -> subsidy.floor() && subsidy.funder().equals(application.funder()));
    }
}
