package cn.liangxian.collection.agreement;

import cn.liangxian.collection.DebitHandoff.AgreementVoided;
import cn.liangxian.collection.DebitHandoff.AgreementsToRenew;
import cn.liangxian.collection.agreement.AgreementResource.Renewal;
import cn.liangxian.collection.agreement.AgreementResource.Renewals;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A township names the agreements to be signed anew; tax voids them, so that the payers can sign again. */
@ApplicationScoped
class RenewingAgreements {

    private final Agreements agreements;
    private final Claims claims;
    private final BusinessDay day;
    private final Outbox outbox;

    RenewingAgreements(Agreements agreements, Claims claims, BusinessDay day, Outbox outbox) {
        this.agreements = agreements;
        this.claims = claims;
        this.day = day;
        this.outbox = outbox;
    }

    /** What was taken of a township's list; a refused row, counted from 1, says why and is sent again. */
    record Listed(String listId, int accepted, List<Refused> refusals) {}

    record Refused(int row, String code, String message, String messageEn) {
        Refused(int row, String code, Text why) {
            this(row, code, why.zh(), why.en());
        }
    }

    @Clause("bachu-2022/第二十五条(5)")
    Listed list(Renewals renewals) {
        int count = renewals.lines().size();
        if (renewals.declaredCount() != count) {
            throw new Problem(AgreementProblem.COUNT_DIFFERS, Text.counts(renewals.declaredCount(), count));
        }
        LocalDate today = day.today();
        // of two lists with the same people each takes them in the same order
        renewals.lines().stream().map(Renewal::idNumber).distinct().sorted().forEach(agreements::lock);
        List<Refused> refusals = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < count; i++) {
            Renewal line = renewals.lines().get(i);
            Agreement standing = agreements.standing(line.idNumber()).orElse(null);
            if (!livesIn(line.idNumber(), renewals.township())) {
                refusals.add(new Refused(
                        i + 1,
                        "payer-unknown",
                        new Text("该证件号码不属于本乡镇居民", "no resident of this township bears the number")));
            } else if (standing == null || !agreements.list(standing, line.reason(), today)) {
                refusals.add(new Refused(
                        i + 1, "no-agreement", new Text("没有可重签的协议", "there is no agreement to be signed anew")));
            } else {
                accepted++;
            }
        }
        String id = Uuid7.next().toString();
        outbox.handOver(new AgreementsToRenew(id, renewals.township(), accepted, today));
        return new Listed(id, accepted, refusals);
    }

    /** Voids whatever the township has named and tax has not voided yet. */
    @Clause("bachu-2022/第二十五条(6)")
    AgreementVoided voidListed(String township) {
        LocalDate today = day.today();
        AgreementVoided voided = new AgreementVoided(township, agreements.voidListed(township, today), today);
        outbox.handOver(voided);
        return voided;
    }

    private boolean livesIn(String idNumber, String township) {
        return claims.of(idNumber).stream().map(Claim::township).anyMatch(township::equals);
    }
}
