package cn.liangxian.collection.agreement;

import cn.liangxian.collection.AgreementHandoff.AgreementsReviewed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** 定期做好“两两协议”修改和重签工作: what a township finds when it looks through its agreements after a quarter. */
@ApplicationScoped
@Clause("bachu-2022/第二十五条(7)")
class ReviewingAgreements {

    private static final int MONTHS = 3;
    private final Agreements agreements;
    private final BusinessDay day;
    private final Outbox outbox;

    ReviewingAgreements(Agreements agreements, BusinessDay day, Outbox outbox) {
        this.agreements = agreements;
        this.day = day;
        this.outbox = outbox;
    }

    /** How the agreements of the township stand, seen from the quarter that ended last. */
    record Standing(String quarter, Agreements.Counts counts) {}

    Standing standing(String township, LocalDate today) {
        LocalDate from = today.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(MONTHS);
        return new Standing(
                from.getYear() + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR),
                agreements.count(township, from, from.plusMonths(MONTHS).minusDays(1)));
    }

    /** In an open transaction. */
    AgreementsReviewed review(String township) {
        LocalDate today = day.today();
        Standing standing = standing(township, today);
        Agreements.Counts counts = standing.counts();
        AgreementsReviewed reviewed = new AgreementsReviewed(
                Uuid7.next().toString(),
                township,
                standing.quarter(),
                counts.valid(),
                counts.renewed(),
                counts.toRenew(),
                counts.voided(),
                counts.missing(),
                today);
        outbox.handOver(reviewed);
        return reviewed;
    }
}
