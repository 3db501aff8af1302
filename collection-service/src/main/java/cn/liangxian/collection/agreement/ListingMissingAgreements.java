package cn.liangxian.collection.agreement;

import cn.liangxian.collection.DebitHandoff.AgreementsMissing;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** On the days of the policy's schedule "agreements.missing", pushes to each township who has no agreement. */
@ApplicationScoped
@Clause("bachu-2022/第二十五条(3)")
class ListingMissingAgreements implements DailyWork {

    /** The days on which tax tells the townships. */
    static final String SCHEDULE = "agreements.missing";

    private final Agreements agreements;
    private final Policy policy;
    private final Outbox outbox;

    ListingMissingAgreements(Agreements agreements, Policy policy, Outbox outbox) {
        this.agreements = agreements;
        this.policy = policy;
        this.outbox = outbox;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (!policy.runs(SCHEDULE, date)) {
            return;
        }
        for (Township township : policy.jurisdiction().townships(date)) {
            outbox.handOver(missing(township.code(), date));
        }
    }

    private AgreementsMissing missing(String township, LocalDate date) {
        LineDigest digest = new LineDigest();
        agreements.eachMissing(township, person -> digest.add(person.personKey()));
        return new AgreementsMissing(township, date, Math.toIntExact(digest.lines()), digest.hex());
    }
}
