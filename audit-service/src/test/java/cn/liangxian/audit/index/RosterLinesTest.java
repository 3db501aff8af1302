package cn.liangxian.audit.index;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.paidOn;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.liangxian.audit.Road;
import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever stands on a roster and has not paid yet is found, and owes from the day on which the roster was delivered. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RosterLinesTest {

    private static final String PERSON = "person-on-roster";

    @Inject
    Road road;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void twoLinesThenTheHeaderOfTheFirstADayLater() {
        road.begins();
        road.opens("2023-10-17");
        road.hands(
                on("2023-10-15", line("roster-1", 1, PERSON, Insurance.MEDICAL, 38_000)),
                on("2023-10-15", line("roster-1", 2, "person-beside", Insurance.MEDICAL, 38_000)),
                on("2023-10-15", line("roster-2", 1, PERSON, Insurance.PENSION, 10_000)));
        await().atMost(Duration.ofSeconds(60)).until(() -> lines() == 3);
        road.takes(on("2023-10-16", delivered("roster-1", Insurance.MEDICAL, 2, 76_000)));
    }

    @Test
    void aPersonIsFoundByTheLinesAloneAndTheAnswerSaysOfHowMany() {
        road.as("AUDIT_BUREAU", "370404")
                .get("/replay?key=" + PERSON)
                .then()
                .body("events", hasSize(0))
                .body("next", nullValue())
                .body("lines.searched", equalTo(3))
                .body("lines.complete", equalTo(true))
                .body("lines.lines.personKey", contains(PERSON, PERSON));
        road.as("AUDIT_BUREAU", "370404")
                .get("/replay?key=" + PERSON + "&date=2023-10-16")
                .then()
                .body("lines.lines", hasSize(0));
        road.as("AUDIT_BUREAU", "370404")
                .get("/replay?key=" + PERSON + "&topic=" + RosterDelivered.TOPIC)
                .then()
                .body("lines", nullValue());
        page("/desk/replay?key=" + PERSON, "zh")
                .body(containsString("按人员编号检索名册行 3 行"), containsString("参保名册行"), containsString("查看人员状态"));
        page("/desk/replay?key=" + PERSON, "en")
                .body(containsString("By the key of a person 3 lines of rosters"), containsString("Roster line"));
    }

    @Test
    void aLineIsReadFromItsTopicWithoutTheSealedIdentity() {
        String found = page("/desk/replay?key=" + PERSON, "zh").extract().asString();
        String address = found.replaceAll("(?s).*?hx-get=\"(/desk/replay/line[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        page(address, "zh")
                .body(
                        containsString("roster-"),
                        containsString("&quot;due&quot;"),
                        not(containsString("sealedIdentity")));
        page(address, "en").body(containsString("What was handed over"));
        road.as("AUDIT_BUREAU", "370404")
                .get("/replay/lines?key=" + PERSON)
                .then()
                .body("payload.rosterId", contains("roster-1", "roster-2"))
                .body("payload.sealedIdentity", contains(nullValue(), nullValue()));
        String other = address.replace(PERSON, "person-beside");
        road.as("AUDIT_BUREAU", "370404").get(other).then().statusCode(404);
        road.as("TREASURY", "370404").get(address).then().statusCode(403);
        road.as("TREASURY", "370404").get("/replay/lines?key=" + PERSON).then().statusCode(403);
    }

    @Test
    void nothingIsDueTheDayBeforeTheRosterWasDeliveredAndAllOfItFromThatDayOn() {
        person("2023-10-15").body(containsString("参保名册行"), not(containsString("380.00")));
        person("2023-10-16")
                .body(
                        containsString("<td class=\"n\">380.00</td><td class=\"n\">0.00</td>"),
                        containsString("未缴清"),
                        containsString("低保"),
                        not(containsString("100.00")));
    }

    @Test
    void howSomebodyStoodIsThereForMachines() {
        String person = "/replay/persons/" + PERSON;
        road.as("AUDIT_BUREAU", "370404")
                .get(person + "?on=2023-10-16")
                .then()
                .statusCode(200)
                .body("insurances.find { it.insurance == 'MEDICAL' }.due", equalTo(38_000))
                .body("insurances.find { it.insurance == 'MEDICAL' }.paid", equalTo(0))
                .body("statuses.category", hasItem("DIBAO"));
        road.as("AUDIT_BUREAU", "370404").get(person + "?on=2023-10-15").then().body("insurances", hasSize(0));
        road.as("AUDIT_BUREAU", "370404")
                .get("/replay/persons/nobody-has-this-key")
                .then()
                .statusCode(404);
        road.as("TREASURY", "370404").get(person).then().statusCode(403);
    }

    @Test
    void aPaymentSaysWhatIsDueAfterTheRoster() {
        road.takes(on("2023-10-17", paidOn("2023-10-17", PERSON, Insurance.MEDICAL, Fen.of(19_000), Fen.of(19_000))));
        person("2023-10-16").body(containsString("380.00"), containsString("未缴清"));
        person("2023-10-17").body(containsString("190.00"), containsString("已缴清"), not(containsString("380.00")));
    }

    @Test
    void aRosterThatTheTaxOfficeRefusedCountsUntilTheDayBefore() {
        road.takes(on(
                "2023-10-17",
                new RosterReceived("roster-1", Insurance.MEDICAL, false, "digest", 2, Fen.of(76_000), "other")));
        person("2023-10-16").body(containsString("380.00"));
        person("2023-10-17").body(containsString("截至该日尚无移交"), not(containsString("380.00")));
    }

    private long lines() {
        return jdbi.withHandle(h -> LinePlaces.naming(h, PERSON, null)).searched();
    }

    private ValidatableResponse person(String on) {
        return page("/desk/replay/person?key=" + PERSON + "&on=" + on, "zh");
    }

    private ValidatableResponse page(String path, String language) {
        return road.page("AUDIT_BUREAU", "370404", path, language);
    }

    private static RosterDelivered delivered(String roster, Insurance insurance, int lines, long total) {
        return new RosterDelivered(roster, insurance, 2024, "370404", 1, lines, Fen.of(total), "digest", "signer");
    }

    private static RosterLine line(String roster, int number, String person, Insurance insurance, long due) {
        return new RosterLine(
                roster,
                number,
                person,
                "sealed-identity",
                TOWNSHIP,
                TOWNSHIP + "001",
                insurance,
                2024,
                LocalDate.of(1970, 5, 1),
                Sex.FEMALE,
                List.of(new Status("DIBAO", LocalDate.of(2020, 1, 1), null)),
                Fen.of(due));
    }
}
