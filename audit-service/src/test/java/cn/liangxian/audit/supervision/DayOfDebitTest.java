package cn.liangxian.audit.supervision;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.audit.Road;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the notice sets is that of the day on which an account was debited, not of that on which the bank told it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class DayOfDebitTest {

    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    @Inject
    Road road;

    @Test
    @Clause("yicheng-2024/五(九)")
    void aDebitOfTheLastDayOfTheWindowIsWithinTheStandardAndOneOfTheDayAfterIsNot() {
        road.begins();
        road.opens("2023-11-10"); // the rule runs in the campaign; the day of the payments decides, whatever day it is
        road.takes(
                on("2023-11-10", debited("in-time", LAST, 380)),
                on("2023-11-10", debited("late", LAST.plusDays(1), 380)));
        road.opens("2023-11-13");
        road.as("AUDIT_BUREAU", "370404")
                .get("/supervision/findings?state=RAISED")
                .then()
                .body("findings.rule", equalTo(List.of("above-standard")))
                .body("findings.amount", equalTo(List.of(38_000)));
    }

    private static ContributionPaid debited(String person, LocalDate debitedOn, long yuan) {
        Fen whole = Fen.ofYuan(yuan);
        return new ContributionPaid(
                "payment-" + person,
                "person-" + person,
                Insurance.MEDICAL,
                2024,
                whole,
                whole,
                whole,
                whole,
                Payer.SELF,
                null,
                "WECHAT",
                "voucher-" + person,
                TOWNSHIP,
                TOWNSHIP + "001",
                LAST.plusDays(2),
                debitedOn);
    }
}
