package cn.liangxian.subsidy.roster;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.Received;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyLapsed;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.statement.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A status that ends and the money for it, in the same moment. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "finance")
@OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370404")})
class LapsingTakesTurnsTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 11, 1);
    private static final LocalDate RUN = LocalDate.of(2023, 11, 10);

    @Inject
    Neighbours neighbours;

    @Inject
    Statements statements;

    @Inject
    ReceivingIdentityChanges changes;

    @Inject
    Jdbi jdbi;

    @Test
    @Clause("yicheng-2024/四(三)3a")
    void moneyThatComesWhileItsLineLapsesWaitsForThatAndGoesBack() {
        neighbours.newCampaign();
        neighbours.opens(BEFORE.toString());
        Resident resident = Resident.born("1980-01-01", "DIBAO");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, resident));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, 1));
        neighbours.opens("2023-11-09");
        neighbours.opens(RUN.toString());
        FundsApplied applied = neighbours.received(FundsApplied.class).get(0);

        CompletableFuture<Integer> money = QuarkusTransaction.requiringNew().call(() -> {
            changes.record(ended(resident));
            CompletableFuture<Integer> coming = CompletableFuture.supplyAsync(() -> appropriate(applied));
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> coming.isDone() || somebodyWaitsForHisTurn());
            return coming;
        });

        assertEquals(201, money.join());
        assertFalse(neighbours.received(ProxyLapsed.class).get(0).paid());
        assertEquals(List.of(), neighbours.received(ProxyPaid.class));
        assertEquals(
                Fen.ofYuan(380), neighbours.received(FundsReturned.class).get(0).amount());
        assertEquals(Fen.ZERO, statements.now().posted().get(Purpose.PROXY));
        assertEquals(Fen.ofYuan(380), statements.now().returned().get(Purpose.PROXY));
    }

    private static Received<IdentityChanged> ended(Resident resident) {
        Status status = new Status("DIBAO", LocalDate.of(2020, 1, 1), RUN.minusDays(1));
        IdentityChanged change = new IdentityChanged(resident.key(), status, RUN);
        String id = Uuid7.next().toString();
        return new Received<>(
                change,
                new Envelope(id, "/test", IdentityChanged.TOPIC, change.subject(), Instant.now(), RUN, id, null));
    }

    private static int appropriate(FundsApplied applied) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", Uuid7.next().toString())
                .body("{\"applicationId\":\"" + applied.applicationId() + "\",\"amount\":"
                        + applied.amount().amount() + "}")
                .post("/appropriations")
                .statusCode();
    }

    private boolean somebodyWaitsForHisTurn() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select exists (select from pg_locks l join pg_database d on d.oid = l.database
                            where d.datname = current_database() and l.locktype = 'advisory' and not l.granted)""")
                .mapTo(Boolean.class)
                .one());
    }
}
