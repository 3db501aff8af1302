package cn.liangxian.reconciliation.fiscal;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.by;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Headers;
import cn.liangxian.messaging.KafkaEnd;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import cn.liangxian.subsidy.SweepHandoff.FundsSwept;
import cn.liangxian.subsidy.SweepHandoff.Money;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A day's money from the bank to the fiscal special account, as the desk shows it. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class FiscalAccountTest {

    /** Before whatever the other tests of this database balance. */
    private static final LocalDate DAY = LocalDate.of(2023, 5, 6);

    private static final String MEDICALLY = "find { it.insurance == 'MEDICAL' }";

    @Inject
    Jdbi jdbi;

    @Inject
    KafkaEnd kafka;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Test
    @Clause({"bachu-2022/第九条(2)", "bachu-2022/第三十六条"})
    void aDayShowsWhatBanksDebitedWhatTheTreasuryBookedAndWhatWentToTheFiscalAccountEachSweepOnce() {
        dates.open(DAY.plusDays(1));
        ContributionPaid debited = half("debited", 20_000, "BATCH_DEBIT");
        ContributionPaid online = half("online", 10_000, "WECHAT");
        tax.receives(debited, online, sum(DAY, MEDICAL, 2, 30_000, 0, 0), nothing(DAY, PENSION));
        treasury.reports(day(DAY, MEDICAL, 1, row(debited), row(online)), day(DAY, PENSION, 1));
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            delivers(producer, "first", Money.PREMIUM, 15_000);
            delivers(producer, "first", Money.PREMIUM, 15_000);
            delivers(producer, "second", Money.PROXY, 10_000);
            delivers(producer, "third", Money.SUBSIDY, 99_000);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> rows() == 3);
        page("/desk/balances?until=" + DAY)
                .body(containsString(
                        "<td class=\"n\">300.00</td><td class=\"n\">200.00</td><td class=\"n\">300.00</td>"))
                .body(containsString("<td class=\"n\">250.00</td>"), containsString("其中银行划扣"));
        page("/desk/flow")
                .body(
                        containsString("<td>医疗已入库</td><td>医疗已划入财政专户</td><td class=\"n\">250.00</td>"),
                        containsString("<td>医疗已划入财政专户</td><td>医疗逐人记账</td><td class=\"n\">250.00</td>"));
    }

    @Test
    @Clause("bachu-2022/第三十七条(1)")
    void whatTaxCollectedOnADayIsCheckedAgainstTheTreasuryTheDayAfterAndWhatDiffersIsNamedWithItsOwner() {
        LocalDate agrees = DAY.plusDays(7);
        LocalDate differs = DAY.plusDays(8);
        for (LocalDate each : List.of(agrees, differs)) {
            dates.open(each.plusDays(1));
            ContributionPaid paid = by("POS", part("p-" + each, MEDICAL, 20_000, 40_000, 20_000, "v-" + each, each));
            tax.receives(paid, sum(each, MEDICAL, 1, 20_000, 0, 0), nothing(each, PENSION));
            state(each, "WAITING_FOR_TREASURY").body(MEDICALLY + ".waitsFor", equalTo("TREASURY"));
            treasury.reports(
                    each.equals(agrees) ? day(each, MEDICAL, 1, row(paid)) : day(each, MEDICAL, 1),
                    day(each, PENSION, 1));
        }
        state(agrees, "BALANCED")
                .body(MEDICALLY + ".versions[0].collected", equalTo(20_000))
                .body(MEDICALLY + ".versions[0].treasury", equalTo(20_000))
                .body(
                        MEDICALLY + ".versions[0].balancedOn",
                        equalTo(agrees.plusDays(1).toString()))
                .body(MEDICALLY + ".versions[0].differences.size()", equalTo(0));
        state(differs, "BALANCED")
                .body(MEDICALLY + ".versions[0].differences.kind", equalTo(List.of("MISSING_IN_TREASURY")))
                .body(MEDICALLY + ".versions[0].differences.owner", equalTo(List.of("TREASURY")));
    }

    private static ValidatableResponse state(LocalDate day, String state) {
        return page("/days/" + day).body(MEDICALLY + ".state", equalTo(state));
    }

    /** Half of what is due: nobody becomes entitled by it, whom the other tests of this database would count. */
    private static ContributionPaid half(String person, long fen, String channel) {
        return by(channel, part(person, MEDICAL, fen, 2 * fen, fen, "v-" + person, DAY));
    }

    private static void delivers(KafkaProducer<String, byte[]> producer, String id, Money money, long fen) {
        FundsSwept swept = new FundsSwept(id, "2023-04", MEDICAL, money, Fen.of(fen), Fen.ZERO, "专户-" + money, DAY);
        Envelope envelope = new Envelope(
                id, "/subsidy", FundsSwept.TOPIC, swept.subject(), Instant.EPOCH, DAY, "chain-" + id, null);
        try {
            producer.send(Headers.record(envelope, HandoffJson.MAPPER.writeValueAsBytes(swept)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private int rows() {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from swept where day = ?")
                .bind(0, DAY)
                .mapTo(Integer.class)
                .one());
    }

    private static ValidatableResponse page(String path) {
        return given().auth()
                .oauth2(TestRealm.token("TAX", "653130"))
                .get(path)
                .then()
                .statusCode(200);
    }
}
