package cn.liangxian.reconciliation.fiscal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Headers;
import cn.liangxian.messaging.KafkaEnd;
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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day's money from the bank to the fiscal special account, as the desk shows it. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class FiscalAccountTest {

    /** Before whatever the other tests of this database balance. */
    private static final LocalDate DAY = LocalDate.of(2023, 5, 6);

    @Inject
    Jdbi jdbi;

    @Inject
    KafkaEnd kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @AfterEach
    void takeBackTheDay() {
        Jdbi.create(url, owner, ownerPassword).useTransaction(h -> {
            for (String table :
                    new String[] {"balance", "treasury_row", "treasury_day", "collected", "collected_sum", "swept"}) {
                h.execute("delete from " + table + " where day = ?", DAY);
            }
        });
    }

    @Test
    @Clause({"bachu-2022/第九条(2)", "bachu-2022/第三十六条"})
    void aDayShowsWhatBanksDebitedWhatTheTreasuryBookedAndWhatWentToTheFiscalAccountEachSweepOnce() {
        paid("BATCH_DEBIT", 20_000);
        paid("WECHAT", 10_000);
        balanced(30_000);
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

    private void paid(String channel, long fen) {
        jdbi.useHandle(h -> h.execute(
                "insert into collected values ('PAID', ?, ?, ?, 'MEDICAL', ?, ?, ?, 'p', 2019, '653130100', ?, ?)",
                "p-" + channel,
                "p-" + channel,
                DAY,
                channel,
                "v-" + channel,
                fen,
                fen,
                fen));
    }

    private void balanced(long fen) {
        jdbi.useTransaction(h -> {
            h.execute("insert into treasury_day values (?, 'MEDICAL', 1, 'A', 1, ?, 'd', ?)", DAY, fen, DAY);
            h.execute("insert into treasury_row values (?, 'MEDICAL', 1, 1, 'WECHAT', 'v', ?)", DAY, fen);
            h.execute("insert into balance values (?, 'MEDICAL', 1, 'A', 1, ?, ?, ?)", DAY, fen, fen, DAY);
        });
    }

    private static void delivers(KafkaProducer<String, byte[]> producer, String id, Money money, long fen) {
        FundsSwept swept =
                new FundsSwept(id, "2023-04", Insurance.MEDICAL, money, Fen.of(fen), Fen.ZERO, "专户-" + money, DAY);
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
