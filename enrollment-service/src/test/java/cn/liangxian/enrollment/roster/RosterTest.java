package cn.liangxian.enrollment.roster;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static cn.liangxian.enrollment.County.VILLAGE;
import static cn.liangxian.enrollment.Desk.PENSION;
import static cn.liangxian.enrollment.Desk.POLICE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.SealedIdentity;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RosterTest {

    @Inject
    County county;

    @Inject
    SealedIdentity seal;

    private String worker;
    private UUID workerKey;
    private String poor;
    private UUID poorKey;
    private UUID childKey;
    private UUID studentKey;

    /** Whoever another test left in the register is put on a roster first, so that each roster is this test's. */
    @BeforeEach
    void residents() {
        county.openDay();
        county.resident(County.newNumber(LocalDate.of(1979, 1, 1), true), "先", VILLAGE);
        String earlier = seal("PENSION").statusCode(201).extract().path("rosterId");
        answer(awaitDelivered(earlier), true);
        worker = County.newNumber(LocalDate.of(1980, 1, 1), true);
        workerKey = county.resident(worker, "务工", VILLAGE, false, Fen.ofYuan(500));
        poor = County.newNumber(LocalDate.of(1970, 1, 1), false);
        poorKey = county.resident(poor, "困难", VILLAGE);
        childKey = county.resident(County.newNumber(LocalDate.of(2015, 1, 1), true), "儿童", VILLAGE);
        studentKey = county.resident(County.newNumber(LocalDate.of(2004, 1, 1), true), "学生", VILLAGE, true, null);
        PENSION.post(
                        "/identity-changes",
                        "{\"personKey\":\"%s\",\"category\":\"DIBAO\",\"from\":\"2023-01-01\"}".formatted(poorKey))
                .statusCode(201);
    }

    @Test
    @Clause({"yicheng-2024/五(三)-d", "yicheng-2024/三-2"})
    void theRosterHoldsWhoIsEligibleEachWithWhatThePolicyAsks() {
        RosterDelivered header = delivered();
        Map<String, RosterLine> lines = lines(header);
        assertEquals(2, header.lines());
        assertEquals(Fen.ofYuan(500), lines.get(workerKey.toString()).due());
        RosterLine line = lines.get(poorKey.toString());
        assertEquals(Fen.ofYuan(100), line.due());
        assertEquals(List.of(new Status("DIBAO", LocalDate.of(2023, 1, 1), null)), line.statuses());
        assertEquals(TOWNSHIP, line.township());
        assertTrue(!lines.containsKey(childKey.toString()) && !lines.containsKey(studentKey.toString()));
    }

    @Test
    @Clause({"yicheng-2024/五(二)-b", "yicheng-2024/五(三)-d"})
    void linesTotalAndDigestOfTheHeaderAgreeWithTheLines() {
        RosterDelivered header = delivered();
        LineDigest digest = new LineDigest();
        Fen total = Fen.ZERO;
        for (RosterLine line : lines(header).values()) {
            digest.add(line.canonical());
            total = total.plus(line.due());
        }
        assertEquals(header.digest(), digest.hex());
        assertEquals(header.lines(), digest.lines());
        assertEquals(header.total(), total);
        assertTrue(header.revision() > 1);
    }

    @Test
    @Clause("yicheng-2024/四(一)养老-7")
    void aLineTellsWhenTheWifeWasBornWhoseAgeBothGrantsHangOnAsTheHouseholdDataHaveIt() {
        String row = "{\"idNumber\":\"%s\",\"name\":\"%s\",\"village\":\"%s\",\"wifeBirth\":\"1973-05-06\"}";
        POLICE.household(row.formatted(worker, "务工", VILLAGE));
        POLICE.household(row.formatted(poor, "困难", VILLAGE));
        Map<String, RosterLine> lines = lines(delivered());
        assertEquals(LocalDate.of(1973, 5, 6), lines.get(workerKey.toString()).wifeBirth());
        assertEquals(null, lines.get(poorKey.toString()).wifeBirth(), "a woman counts her own age");
    }

    @Test
    void onlyWhoHoldsTheKeySeesNumberAndName() {
        RosterDelivered header = delivered();
        RosterLine line = lines(header).get(workerKey.toString());
        assertEquals(new SealedIdentity.Identity(worker, "务工"), seal.open(line.sealedIdentity()));
        county.records(RosterLine.TOPIC)
                .forEach(record -> assertTrue(
                        !new String(record.value(), java.nio.charset.StandardCharsets.UTF_8).contains(worker)));
    }

    @Test
    void thePeopleOfAnAcceptedRosterDoNotStandOnTheNextOne() {
        answer(delivered(), true);
        UUID late = county.resident(County.newNumber(LocalDate.of(1990, 1, 1), true), "后来", VILLAGE);
        RosterDelivered next = delivered();
        assertEquals(List.of(late.toString()), List.copyOf(lines(next).keySet()));
    }

    @Test
    @Clause("yicheng-2024/五(二)-a")
    void whoeverHasCancelledStandsOnNoRosterUntilRegisteredAnew() {
        register(worker).statusCode(201);
        cancel(worker).statusCode(201).body("kind", equalTo("CANCELLED"));
        RosterDelivered without = delivered();
        assertEquals(List.of(poorKey.toString()), List.copyOf(lines(without).keySet()));
        answer(without, true);
        register(worker).statusCode(201).body("kind", equalTo("REGISTERED"));
        assertEquals(
                List.of(workerKey.toString()), List.copyOf(lines(delivered()).keySet()));
    }

    private static ValidatableResponse register(String id) {
        return PENSION.post(
                "/registrations",
                "{\"idNumber\":\"%s\",\"name\":\"务工\",\"village\":\"%s\",\"insurance\":\"PENSION\"}"
                        .formatted(id, VILLAGE));
    }

    private static ValidatableResponse cancel(String id) {
        return PENSION.post(
                "/registrations/cancellation",
                "{\"idNumber\":\"%s\",\"insurance\":\"PENSION\",\"reason\":\"EMPLOYED\"}".formatted(id));
    }

    @Test
    void thePeopleOfARefusedRosterStandOnTheNextOneAgain() {
        RosterDelivered refused = delivered();
        PENSION.get("/rosters/" + refused.rosterId())
                .body("state", equalTo("DELIVERED"), "waitsOn", equalTo("TAX"))
                .body("waitsUntil", equalTo(County.DAY.plusDays(3).toString()), "untilAssumed", equalTo(true));
        answer(refused, false);
        RosterDelivered next = delivered();
        assertEquals(lines(refused).keySet(), lines(next).keySet());
        PENSION.get("/rosters/" + refused.rosterId())
                .statusCode(200)
                .body("state", equalTo("REFUSED"), "reason", equalTo("DIGEST_DIFFERS"))
                .body("waitsOn", nullValue(), "waitsUntil", nullValue());
    }

    @Test
    void theAgencySealsAtItsDeskAndSeesHowFarTheRosterIsAndWhatTaxSaid() {
        page().body(containsString("封存并移交名册 · 养老"));
        PENSION.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("sealedBy", "桌前封存人")
                .formParam("key", UUID.randomUUID().toString())
                .post("/desk/rosters/seal")
                .then()
                .statusCode(303);
        String rosterId = county.jdbi()
                .withHandle(h -> h.createQuery("select roster_id::text from roster where sealed_by = '桌前封存人'")
                        .mapTo(String.class)
                        .one());
        RosterDelivered header = awaitDelivered(rosterId);
        page().body(containsString("桌前封存人"), containsString("待税务接收"), containsString("100%"));
        answer(header, false);
        page().body(containsString("税务退回</span> <small>摘要不符"));
    }

    private static ValidatableResponse page() {
        return PENSION.request()
                .cookie("language", "zh")
                .get("/desk/rosters")
                .then()
                .statusCode(200);
    }

    @Test
    void whenNobodyBecameEligibleThereIsNoRoster() {
        answer(delivered(), true);
        seal("PENSION").statusCode(409).body("code", equalTo("nobody-to-list"));
    }

    @Test
    void theSameKeySealsOnce() {
        String key = UUID.randomUUID().toString();
        String rosterId = seal("PENSION", key).statusCode(201).extract().path("rosterId");
        seal("PENSION", key).statusCode(201).body("rosterId", equalTo(rosterId));
        awaitDelivered(rosterId);
        assertEquals(
                1,
                county.handedOver(RosterDelivered.class).stream()
                        .filter(delivered -> delivered.rosterId().equals(rosterId))
                        .count());
    }

    @Test
    void anAgencyDoesNotSealTheRosterOfTheOtherInsurance() {
        seal("MEDICAL").statusCode(403);
    }

    private RosterDelivered delivered() {
        return awaitDelivered(seal("PENSION").statusCode(201).extract().path("rosterId"));
    }

    private RosterDelivered awaitDelivered(String rosterId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> county.handedOver(RosterDelivered.class).stream()
                                .filter(header -> header.rosterId().equals(rosterId))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    /** As collection answers. */
    private void answer(RosterDelivered header, boolean accepted) {
        county.send(new RosterReceived(
                header.rosterId(),
                Insurance.PENSION,
                accepted,
                accepted ? null : "DIGEST_DIFFERS",
                header.lines(),
                header.total(),
                header.digest()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> county.count(
                                "select count(*) from roster where roster_id = ? and state = ?",
                                UUID.fromString(header.rosterId()),
                                accepted ? "ACCEPTED" : "REFUSED")
                        == 1);
    }

    private Map<String, RosterLine> lines(RosterDelivered header) {
        return county.handedOver(RosterLine.class).stream()
                .filter(line -> line.rosterId().equals(header.rosterId()))
                .collect(Collectors.toMap(RosterLine::personKey, Function.identity()));
    }

    private static ValidatableResponse seal(String insurance) {
        return seal(insurance, UUID.randomUUID().toString());
    }

    private static ValidatableResponse seal(String insurance, String key) {
        return PENSION.request()
                .header("Idempotency-Key", key)
                .body("{\"insurance\":\"%s\",\"sealedBy\":\"agency\"}".formatted(insurance))
                .post("/rosters")
                .then();
    }
}
