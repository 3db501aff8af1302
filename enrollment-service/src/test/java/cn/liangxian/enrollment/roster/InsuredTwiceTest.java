package cn.liangxian.enrollment.roster;

import static cn.liangxian.enrollment.County.VILLAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The household data say, after the roster, that somebody on it is insured in another place. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class InsuredTwiceTest {

    @Inject
    County county;

    private final String number = County.newNumber(LocalDate.of(1987, 2, 3), false);
    private UUID key;

    @BeforeEach
    void aGrownUpOnBothRosters() {
        county.openDay();
        key = county.resident(number, "某人", VILLAGE);
        Desk.MEDICAL.seals(Insurance.MEDICAL);
        Desk.PENSION.seals(Insurance.PENSION);
    }

    @Test
    @Clause({"yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
    void whoIsInsuredOutsideOfTheCityIsCancelledForTheMedicalInsuranceAloneAndOnce() {
        told(",\"insuredElsewhere\":true");
        assertEquals(1, cancelled("INSURED_ELSEWHERE"));
        told(",\"insuredElsewhere\":true,\"household\":\"H2\"");
        assertEquals(1, cancelled("INSURED_ELSEWHERE"), "told twice, cancelled once");
        handedOver(new Told(Insurance.MEDICAL, RegistrationKind.CANCELLED));
    }

    @Test
    @Clause({"yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
    void whoIsInsuredInAnotherDistrictOfTheCityStaysRegisteredThereAndIsCancelledHere() {
        told(",\"insuredInCity\":true");
        assertEquals(1, cancelled("INSURED_IN_CITY"));
        handedOver(new Told(Insurance.MEDICAL, RegistrationKind.CANCELLED));
    }

    @Test
    @Clause("yicheng-2024/三-4")
    void whoIsSaidToBeInsuredNowhereElseStaysRegisteredAndWhoStandsOnNoRosterIsNotCancelled() {
        told(",\"insuredElsewhere\":false,\"insuredInCity\":false");
        String newcomer = County.newNumber(LocalDate.of(1988, 2, 3), true);
        households(newcomer, ",\"insuredElsewhere\":true");
        assertEquals(0, county.count("select count(*) from registration where person_key = ?", key));
        assertEquals(
                0,
                county.count(
                        "select count(*) from registration g join person p on p.person_key = g.person_key where p.id_number = ?",
                        newcomer));
        // what comes after it on the same topic shows that nothing was handed over of the first
        told(",\"insuredInCity\":true");
        handedOver(new Told(Insurance.MEDICAL, RegistrationKind.CANCELLED));
    }

    @Test
    @Clause({"yicheng-2024/四(四)1-b", "yicheng-2024/三-4"})
    void whatWasRegisteredForAnotherFeeYearIsNoRegistrationForThisOne() {
        String known = County.newNumber(LocalDate.of(1988, 2, 3), true);
        UUID lastYears = county.resident(known, "某人", VILLAGE);
        standsOnARosterOf(2023, lastYears);
        registered(2023, lastYears);
        households(known, ",\"insuredElsewhere\":true");
        assertEquals(
                0,
                county.count(
                        "select count(*) from registration where kind = 'CANCELLED' and person_key = ?", lastYears));
        told(",\"insuredElsewhere\":true");
        assertEquals(1, cancelled("INSURED_ELSEWHERE"), "who stands on this year's");
        registered(2024, lastYears);
        households(known, ",\"insuredElsewhere\":true,\"household\":\"H2\"");
        assertEquals(
                1,
                county.count(
                        "select count(*) from registration where kind = 'CANCELLED' and person_key = ?", lastYears));
    }

    private void standsOnARosterOf(int feeYear, UUID person) {
        UUID roster = Uuid7.next();
        county.jdbi().useHandle(h -> {
            h.execute(
                    """
                    insert into roster (roster_id, insurance, fee_year, area, revision, lines, total, digest, sealed_by,
                        sealed_on, state)
                    values (?, 'MEDICAL', ?, ?, 1, 1, 38000, 'digest', 'test', '2022-10-10', 'ACCEPTED')""",
                    roster,
                    feeYear,
                    County.CODE);
            h.execute(
                    """
                    insert into roster_line (roster_id, number, person_key, sealed_identity, township, village, birth, sex,
                        statuses, due)
                    values (?, 1, ?, 'sealed', ?, ?, '1988-02-03', 'MALE', '[]', 38000)""",
                    roster,
                    person,
                    County.TOWNSHIP,
                    VILLAGE);
        });
    }

    private void registered(int feeYear, UUID person) {
        county.jdbi()
                .useHandle(h -> h.execute(
                        "insert into registration values (?, ?, 'MEDICAL', 'REGISTERED', ?, ?, ?, 'MEDICAL_INSURANCE')",
                        Uuid7.next(),
                        person,
                        LocalDate.of(feeYear, 1, 1),
                        LocalDate.of(feeYear, 12, 1),
                        County.DAY));
    }

    private record Told(Insurance insurance, RegistrationKind kind) {}

    private void handedOver(Told... expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        List.of(expected),
                        county.handedOver(PersonRegistered.class).stream()
                                .filter(registered -> registered.personKey().equals(key.toString()))
                                .map(registered -> new Told(registered.insurance(), registered.kind()))
                                .toList()));
    }

    private long cancelled(String reason) {
        return county.count(
                "select count(*) from registration where person_key = ? and kind = 'CANCELLED' and reason = ?",
                key,
                reason);
    }

    private void told(String facts) {
        households(number, facts);
    }

    private static void households(String number, String facts) {
        Desk.POLICE.household(
                "{\"idNumber\":\"%s\",\"name\":\"某人\",\"village\":\"%s\"%s}".formatted(number, VILLAGE, facts));
    }
}
