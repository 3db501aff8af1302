package cn.liangxian.collection.absent;

import static cn.liangxian.collection.Desk.CHANNEL;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectorHandoff.AbsentResidentsListed;
import cn.liangxian.collection.CollectorHandoff.AbsentResidentsNotified;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@Clause("yicheng-2024/五(一)-c")
class AbsentResidentsTest {

    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", "370404001");

    @Inject
    County county;

    private final Resident far = Resident.ordinary();
    private final Resident farther = Resident.ordinary();
    private final Resident elsewhere = Resident.ordinary().of("370404002001");

    @BeforeEach
    void theCountyIsInsured() {
        county.begins("2023-10-21");
        county.insuresMedical(far, farther, elsewhere);
    }

    @Test
    void everyStateAndStepOfAReminderIsInItsTable() {
        assertEquals(EnumSet.allOf(AbsentState.class), EnumSet.copyOf(AbsentState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(AbsentState.Step.class), EnumSet.copyOf(AbsentState.LIFE.steps()));
    }

    @Test
    void aTownshipListsResidentsWhoWorkElsewhereTellsThemAndFollowsThemUntilTheyHavePaid() {
        TOWNSHIP.post("/absent-residents", Map.of("residents", List.of(row(far), row(elsewhere), row(farther))))
                .statusCode(201)
                .body("listed", equalTo(2))
                .body("unknownRows", equalTo(List.of(2)));
        show("TO_TELL").body("size()", equalTo(2)).body("[0].maskedName", equalTo("测***"));
        county.opens("2023-10-25");
        tells(far.key()).statusCode(201).body("told", equalTo(1)).body("settled", equalTo(0));
        show("TOLD")
                .body("personKey", equalTo(List.of(far.key())))
                .body("[0].lastMeans", equalTo("PHONE"))
                .body("[0].lastToldOn", equalTo("2023-10-25"));
        CHANNEL.paysMedical(far, 380).statusCode(201);
        county.opens("2023-11-25");
        tells(farther.key()).body("told", equalTo(2)).body("settled", equalTo(1));
        show("SETTLED").body("personKey", equalTo(List.of(far.key())));
        String one = TOWNSHIP.get("/absent-residents?limit=1").extract().path("[0].personKey");
        TOWNSHIP.get("/absent-residents?after=" + one)
                .body("size()", equalTo(1))
                .body("[0].personKey", not(one));
        show("SETTLED&limit=1").body("personKey", equalTo(List.of(far.key())));
        AbsentResidentsListed listed =
                county.handed(AbsentResidentsListed.class).get(0);
        assertEquals(new AbsentResidentsListed(listed.listId(), "370404001", 2, LocalDate.of(2023, 10, 21)), listed);
        assertEquals(
                List.of(
                        new AbsentResidentsNotified(
                                "370404001", 2, 1, 0, LocalDate.of(2023, 10, 25), 1, listed.listId()),
                        new AbsentResidentsNotified(
                                "370404001", 2, 2, 1, LocalDate.of(2023, 11, 25), 0, listed.listId())),
                county.handed(AbsentResidentsNotified.class));
    }

    @Test
    void whoIsListedLaterIsOnAListOfHisOwnAndWhoWasListedBeforeStaysOnTheFirst() {
        lists(row(far));
        tells(far.key()).body("left", equalTo(0));
        lists(row(far));
        lists(row(far), row(farther));
        tells().body("listed", equalTo(2)).body("told", equalTo(1)).body("left", equalTo(1));
        List<AbsentResidentsListed> lists = county.handed(AbsentResidentsListed.class);
        assertEquals(
                List.of(1, 1),
                lists.stream().map(AbsentResidentsListed::residents).toList(),
                "the second of three named nobody new");
        LocalDate day = LocalDate.of(2023, 10, 21);
        assertEquals(
                List.of(
                        new AbsentResidentsNotified(
                                "370404001", 1, 1, 0, day, 0, lists.get(0).listId()),
                        new AbsentResidentsNotified(
                                "370404001", 1, 1, 0, day, 0, lists.get(0).listId()),
                        new AbsentResidentsNotified(
                                "370404001", 1, 0, 0, day, 1, lists.get(1).listId())),
                county.handed(AbsentResidentsNotified.class));
    }

    @Test
    void whoWasListedAndToldForTheYearBeforeIsListedAndToldAnew() {
        county.asOwner(
                "insert into absent_resident values ('%s', 2023, '370404001', '%s', '上海', '2022-10-25', 'x', 'of then')"
                        .formatted(far.key(), Resident.VILLAGE),
                "insert into absent_notice (person_key, fee_year, means, told_on, told_by)"
                        + " values ('%s', 2023, 'LETTER', '2022-10-26', 'x')".formatted(far.key()));
        lists(row(far));
        show("TO_TELL")
                .body("personKey", equalTo(List.of(far.key())))
                .body("[0].whereabouts", equalTo("江苏苏州"), "[0].notices", equalTo(0));
        tells(far.key()).body("listed", equalTo(1)).body("told", equalTo(1));
        assertEquals(1, county.handed(AbsentResidentsListed.class).get(0).residents());
    }

    @Test
    void whoHasPaidNeedsNotBeToldAndATownshipThatKnowsOfNobodySaysSo() {
        lists(row(far), row(farther));
        CHANNEL.paysMedical(farther, 380).statusCode(201);
        tells(far.key()).body("told", equalTo(1)).body("listed", equalTo(2)).body("left", equalTo(0));
        new Desk("TOWNSHIP", "370404002")
                .post("/absent-residents", Map.of("residents", List.of()))
                .statusCode(201)
                .body("listed", equalTo(0));
        assertEquals(
                List.of("370404001 2", "370404002 0"),
                county.handed(AbsentResidentsListed.class).stream()
                        .map(listed -> listed.township() + " " + listed.residents())
                        .sorted()
                        .toList());
    }

    @Test
    void nobodyTellsForAnotherTownshipOrWhomItDidNotList() {
        tells(far.key()).statusCode(422).body("code", equalTo("absent-resident-not-listed"));
        new Desk("VILLAGE", Resident.VILLAGE)
                .post("/absent-residents", Map.of("residents", List.of(row(far))))
                .statusCode(403);
        new Desk("TOWNSHIP", "370404002")
                .post("/absent-residents", Map.of("residents", List.of(row(far))))
                .body("listed", equalTo(0));
        assertEquals(0, county.handed(AbsentResidentsNotified.class).size());
        assertEquals(0, county.handed(AbsentResidentsListed.class).size(), "nobody was listed");
    }

    private static Map<String, Object> row(Resident resident) {
        return Map.of("idNumber", resident.idNumber(), "whereabouts", "江苏苏州");
    }

    private static ValidatableResponse show(String state) {
        return TOWNSHIP.get("/absent-residents?state=" + state).statusCode(200);
    }

    @SafeVarargs
    private static void lists(Map<String, Object>... rows) {
        TOWNSHIP.post("/absent-residents", Map.of("residents", List.of(rows))).statusCode(201);
    }

    private static ValidatableResponse tells(String... persons) {
        return TOWNSHIP.post(
                "/absent-residents/notices",
                Map.of(
                        "notices",
                        Stream.of(persons)
                                .map(person -> Map.of("personKey", person, "means", "PHONE"))
                                .toList()));
    }
}
