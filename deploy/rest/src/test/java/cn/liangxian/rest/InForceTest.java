package cn.liangxian.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Without a policy in force nothing is taken on; what was begun is finished, and everybody may read. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class InForceTest {

    @Inject
    Outbox outbox;

    @Inject
    BusinessDay day;

    @Inject
    Policy policy;

    @Inject
    Beginning beginning;

    @Inject
    Finishing finishing;

    /** Remembers the dates on which it ran. */
    abstract static class Work implements DailyWork {
        private final List<LocalDate> done = new CopyOnWriteArrayList<>();

        @Override
        public void open(LocalDate date, boolean workday) {
            done.add(date);
        }

        List<LocalDate> done() {
            return done;
        }
    }

    /** Begins something new. */
    @ApplicationScoped
    static class Beginning extends Work {}

    /** Finishes what was begun. */
    @ApplicationScoped
    static class Finishing extends Work {
        @Override
        public boolean windsUp() {
            return true;
        }
    }

    @Test
    void nothingIsTakenOnBeforeThePolicyIsInForceNorWhileAnotherTextIs() {
        LocalDate first = policy.effective().from();
        opens(first.minusDays(1), policy.digest());
        write().statusCode(409)
                .body("code", equalTo("policy-not-in-force"))
                .body("detail", containsString("自" + first + "起有效"))
                .body("detailEn", containsString("in force from " + first));
        opens(first, "");
        write().statusCode(409).body("detailEn", containsString("was not activated by " + first));
        opens(first.plusDays(1), "0123456789abcdef");
        write().statusCode(409).body("detailEn", containsString("is not the text that is in force"));
        given().auth()
                .oauth2(TestRealm.token("TAX", "370404"))
                .get("/notes?area=370404001")
                .then()
                .statusCode(200);
        for (LocalDate date : List.of(first.minusDays(1), first, first.plusDays(1))) {
            assertFalse(beginning.done().contains(date));
        }
        opens(first.plusDays(2), policy.digest());
        write().statusCode(200);
        opens(first.plusDays(3), null);
        write().statusCode(200);
        assertTrue(beginning.done().containsAll(List.of(first.plusDays(2), first.plusDays(3))));
        assertTrue(finishing
                .done()
                .containsAll(first.minusDays(1).datesUntil(first.plusDays(4)).toList()));
    }

    @Test
    void afterItsLastDayNothingIsTakenOnWhatWasBegunEndsAndWhatWasAnsweredIsAnsweredAgain() {
        LocalDate last = policy.effective().until();
        opens(last, policy.digest());
        String key = UUID.randomUUID().toString();
        int id = write(key).statusCode(200).extract().path("id");
        opens(last.plusDays(1), "");
        write().statusCode(409).body("code", equalTo("policy-not-in-force"));
        write(key).statusCode(200).body("id", equalTo(id));
        assertFalse(beginning.done().contains(last.plusDays(1)));
        assertTrue(finishing.done().contains(last.plusDays(1)));
        posts("/notes/" + id + "/ending", UUID.randomUUID().toString(), "")
                .statusCode(200)
                .body("id", equalTo(id));
        // the other tests go on in force
        opens(last.minusDays(1), policy.digest());
    }

    private void opens(LocalDate date, String inForce) {
        QuarkusTransaction.requiringNew().run(() -> outbox.handOver(new DayOpened(date, "370404", true, inForce)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> date.equals(day.last().orElse(null)));
    }

    private static ValidatableResponse write() {
        return write(UUID.randomUUID().toString());
    }

    private static ValidatableResponse write(String key) {
        return posts("/notes", key, "{\"text\":\"x\",\"amount\":1}");
    }

    private static ValidatableResponse posts(String path, String key, String body) {
        return given().auth()
                .oauth2(TestRealm.token("TAX", "370404"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }
}
