package cn.liangxian.enrollment.roster;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static cn.liangxian.enrollment.County.VILLAGE;
import static cn.liangxian.enrollment.Desk.MEDICAL;
import static cn.liangxian.enrollment.Desk.POLICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

/** What is learned about people who already stand on a roster, and rosters of more than one page. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class LateNewsTest {

    @Inject
    County county;

    @Inject
    SealingRoster sealing;

    private String number;
    private UUID key;

    @BeforeEach
    void aChildOnTheMedicalRoster() {
        county.openDay();
        number = County.newNumber(LocalDate.of(2016, 2, 3), false);
        key = county.resident(number, "某童", VILLAGE);
        MEDICAL.seals(Insurance.MEDICAL);
    }

    @Test
    @Clause({"yicheng-2024/四(四)1-b", "yicheng-2024/五(三)-e"})
    void aListAfterTheRosterIsPassedOnPersonByPerson() {
        UUID notYet = county.resident(County.newNumber(LocalDate.of(2016, 2, 4), true), "未列", VILLAGE);
        String other = county.jdbi().withHandle(h -> h.createQuery("select id_number from person where person_key = ?")
                .bind(0, notYet)
                .mapTo(String.class)
                .one());
        new Desk("CIVIL_AFFAIRS", TOWNSHIP).lists("ORPHAN", "某童," + number + ",2023-10-01", "未列," + other + ",");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        List.of(new Status("ORPHAN", LocalDate.of(2023, 10, 1), null)),
                        changes(key).stream().map(IdentityChanged::status).toList()));
        assertEquals(List.of(), changes(notYet), "who stands on no roster comes with the next one");
    }

    @Test
    @Clause({"yicheng-2024/五(八)", "yicheng-2024/五(三)-a"})
    void aDeathOfSomebodyOnARosterCancelsTheRegistration() {
        stoodLastYearOn("MEDICAL", "PENSION");
        POLICE.household("{\"idNumber\":\"%s\",\"name\":\"某童\",\"village\":\"%s\",\"change\":\"DEATH\"}"
                .formatted(number, VILLAGE));
        assertEquals(
                1,
                county.count("select count(*) from registration where person_key = ? and reason = 'DECEASED'", key),
                "whoever is registered again later is registered anew; what was of last year is over");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        List.of(RegistrationKind.CANCELLED),
                        county.handedOver(PersonRegistered.class).stream()
                                .filter(registered -> registered.personKey().equals(key.toString()))
                                .map(PersonRegistered::kind)
                                .toList()));
    }

    private void stoodLastYearOn(String... insurances) {
        for (String insurance : insurances) {
            UUID roster = Uuid7.next();
            county.jdbi().useHandle(h -> {
                h.execute(
                        "insert into roster values (?, ?, 2023, '370404', ?, 1, 0, 'd', 's', '2022-10-10', 'ACCEPTED', null)",
                        roster,
                        insurance,
                        roster.hashCode());
                h.execute(
                        "insert into roster_line values (?, 1, ?, 'x', ?, ?, '2016-02-03', 'FEMALE', '[]', 0)",
                        roster,
                        key,
                        TOWNSHIP,
                        VILLAGE);
            });
        }
    }

    @Test
    void aRosterOfManyPagesHasEveryLineOnceAndTheDigestOfItsLines() {
        int children = 20_500;
        county.jdbi().useHandle(h -> h.createUpdate(
                        """
                                insert into person select gen_random_uuid(), 'MANY' || n, '童' || n, '2014-05-06', 'MALE', null,
                                    :township, :village, true, true, false, false, false, false, null, 'LIVING', :day
                                from generate_series(1, :children) n on conflict do nothing""")
                .bind("township", TOWNSHIP)
                .bind("village", VILLAGE)
                .bind("day", County.DAY)
                .bind("children", children)
                .execute());
        Roster roster = QuarkusTransaction.requiringNew().call(() -> sealing.seal(Insurance.MEDICAL, "test"));
        assertEquals(children, roster.lines());
        LineDigest digest = new LineDigest();
        RosterStream stream = new RosterStream(county.jdbi(), null, roster);
        long[] next = {1};
        QuarkusTransaction.requiringNew()
                .run(() -> stream.read(1, children + 10, line -> {
                    assertEquals(next[0]++, line.number());
                    digest.add(((cn.liangxian.enrollment.EnrollmentHandoff.RosterLine) line.handoff()).canonical());
                }));
        assertEquals(children, digest.lines());
        assertEquals(roster.digest(), digest.hex());
        assertEquals(
                children,
                county.count(
                        "select count(distinct person_key) from roster_line where roster_id = ?",
                        UUID.fromString(roster.rosterId())));
    }

    private List<IdentityChanged> changes(UUID person) {
        return county.handedOver(IdentityChanged.class).stream()
                .filter(changed -> changed.personKey().equals(person.toString()))
                .toList();
    }
}
