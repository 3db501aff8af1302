package cn.liangxian.collection.roster;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RosterAcceptanceTest {

    @Inject
    County county;

    private List<RosterLine> lines;

    @BeforeEach
    void aRosterOfForty() {
        county.begins("2023-10-08");
        lines = roster(40);
    }

    @Test
    void aRosterIsAcceptedWhenItsHeaderComesAfterItsLines() {
        county.hands(lines);
        assertEquals(List.of(), county.handed(RosterReceived.class));
        county.hands(County.header(lines));
        accepted();
    }

    @Test
    void aRosterIsAcceptedWhenItsHeaderComesBeforeAndAmongItsLines() {
        county.hands(County.header(lines));
        county.hands(lines.subList(0, 13));
        assertEquals(List.of(), county.handed(RosterReceived.class));
        county.hands(lines.subList(13, 40));
        accepted();
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() {
        List<RosterLine> shuffled = new ArrayList<>(lines);
        Collections.reverse(shuffled);
        county.hands(shuffled);
        county.hands(County.header(lines));
        accepted();
    }

    @Test
    void linesAndHeaderThatComeTwiceCountOnce() {
        county.handsTwice(lines.subList(0, 20));
        // the same lines under other event ids, in one delivery with new ones and with themselves
        county.hands(Stream.of(lines.subList(10, 30), lines.subList(25, 39), lines.subList(25, 39))
                .flatMap(List::stream)
                .toList());
        county.handsTwice(List.of(County.header(lines)));
        assertEquals(List.of(), county.handed(RosterReceived.class));
        county.hands(lines);
        accepted();
        county.handsTwice(lines);
        county.handsTwice(List.of(County.header(lines)));
        accepted();
    }

    @Test
    void aRosterWithOneLineMissingWaitsThreeDaysAndIsRefusedOnTheFourth() {
        county.hands(lines.subList(1, 40));
        county.hands(County.header(lines));
        county.opens("2023-10-11");
        assertEquals(List.of(), county.handed(RosterReceived.class));
        county.opens("2023-10-12");
        refused("LINES_MISSING");
        county.hands(lines.get(0));
        refused("LINES_MISSING");
        assertEquals(0, claims());
    }

    @Test
    void aLineThatComesOnTheLastDayIsInTime() {
        county.hands(lines.subList(1, 40));
        county.hands(County.header(lines));
        county.opens("2023-10-11");
        county.hands(lines.get(0));
        accepted();
    }

    @Test
    void aRosterWhoseTotalDiffersIsRefused() {
        RosterDelivered header = County.header(lines);
        county.hands(lines);
        county.hands(header(header, header.lines(), header.total().plus(Fen.of(1)), header.digest()));
        refused("TOTAL_DIFFERS");
    }

    @Test
    void aRosterWhoseDigestDiffersIsRefusedAlthoughCountAndTotalAgree() {
        List<RosterLine> other = roster(40);
        RosterDelivered header = County.header(lines);
        county.hands(lines);
        county.hands(header(
                header, header.lines(), header.total(), County.header(other).digest()));
        refused("DIGEST_DIFFERS");
    }

    @Test
    void aRosterWithMoreLinesThanItsHeaderSaysIsRefused() {
        county.hands(lines);
        RosterDelivered header = County.header(lines.subList(0, 39));
        county.hands(header(header, header.lines(), header.total(), header.digest()));
        refused("TOO_MANY_LINES");
    }

    @Test
    void aRosterWithLinesOfAnotherInsuranceIsRefused() {
        RosterDelivered header = County.header(lines);
        county.hands(lines);
        county.hands(new RosterDelivered(
                header.rosterId(),
                Insurance.PENSION,
                2024,
                "370404",
                1,
                header.lines(),
                header.total(),
                header.digest(),
                "sealed"));
        refused("LINES_OF_ANOTHER_KIND");
    }

    @Test
    void aRefusedRosterMakesNoClaimsAndIsAcceptedWhenSentAgainUnderAnotherId() {
        RosterDelivered header = County.header(lines);
        county.hands(lines);
        county.hands(header(header, header.lines(), header.total().plus(Fen.of(1)), header.digest()));
        assertEquals(0, claims());
        String again = Uuid7.next().toString();
        List<RosterLine> sentAgain = lines.stream().map(l -> under(again, l)).toList();
        county.delivers(sentAgain);
        assertEquals(40, claims());
    }

    @Test
    void aLaterRosterAddsPersonsAndIsRefusedWhenItClaimsAPersonAgain() {
        county.delivers(lines);
        county.delivers(roster(5));
        assertEquals(45, claims());
        String third = Uuid7.next().toString();
        List<RosterLine> withKnown =
                new ArrayList<>(county.lines(third, Insurance.MEDICAL, 380, Resident.ordinary(), Resident.ordinary()));
        RosterLine known = lines.get(7);
        withKnown.add(new RosterLine(
                third,
                3,
                known.personKey(),
                known.sealedIdentity(),
                known.township(),
                known.village(),
                known.insurance(),
                2024,
                known.birth(),
                known.sex(),
                known.statuses(),
                known.due()));
        county.delivers(withKnown);
        assertEquals(45, claims());
        assertEquals(
                List.of("PERSON_ALREADY_CLAIMED"),
                county.handed(RosterReceived.class).stream()
                        .filter(r -> !r.accepted())
                        .map(RosterReceived::reason)
                        .toList());
    }

    @Test
    void aLineThatCannotBeOpenedIsParkedTheOthersAreTakenInAndTheRosterWaits() {
        List<RosterLine> altered = new ArrayList<>(lines);
        RosterLine line = lines.get(20);
        altered.set(
                20,
                new RosterLine(
                        line.rosterId(),
                        line.number(),
                        line.personKey(),
                        "A".repeat(60),
                        line.township(),
                        line.village(),
                        line.insurance(),
                        line.feeYear(),
                        line.birth(),
                        line.sex(),
                        line.statuses(),
                        line.due()));
        county.hands(altered);
        county.hands(County.header(lines));
        assertEquals(1, county.count("select count(*) from dead_letter"));
        assertEquals(39, county.count("select lines_in from roster"));
        assertEquals(List.of(), county.handed(RosterReceived.class));
        Desk.TAX
                .get("/rosters")
                .statusCode(200)
                .body("[0].state", equalTo("ARRIVING"))
                .body("[0].waitsFor", equalTo("LINES"))
                .body("[0].waitsOn", equalTo("MEDICAL_INSURANCE"))
                .body("[0].linesIn", equalTo(39))
                .body("[0].waitsUntil", equalTo("2023-10-11"));
    }

    @Test
    void anEmptyRosterIsAccepted() {
        county.hands(new RosterDelivered(
                "empty", Insurance.PENSION, 2024, "370404", 2, 0, Fen.ZERO, "0".repeat(64), "sealed"));
        assertEquals(
                List.of(true),
                county.handed(RosterReceived.class).stream()
                        .map(RosterReceived::accepted)
                        .toList());
    }

    private List<RosterLine> roster(int people) {
        return county.lines(
                Uuid7.next().toString(),
                Insurance.MEDICAL,
                380,
                Stream.generate(Resident::ordinary).limit(people).toArray(Resident[]::new));
    }

    private void accepted() {
        RosterDelivered header = County.header(lines);
        assertEquals(
                List.of(new RosterReceived(
                        header.rosterId(), Insurance.MEDICAL, true, null, 40, header.total(), header.digest())),
                county.handed(RosterReceived.class));
        assertEquals(40, claims());
        assertEquals(40 * 38000, county.count("select sum(due) from claim"));
        assertEquals(0, county.count("select count(*) from dead_letter"));
    }

    private void refused(String reason) {
        List<RosterReceived> received = county.handed(RosterReceived.class);
        assertEquals(1, received.size());
        assertEquals(reason, received.get(0).reason());
        assertEquals(false, received.get(0).accepted());
        assertEquals(0, claims());
    }

    private long claims() {
        return county.count("select count(*) from claim join roster using (roster_no) where roster.state = 'ACCEPTED'");
    }

    private static RosterDelivered header(RosterDelivered of, int lines, Fen total, String digest) {
        return new RosterDelivered(of.rosterId(), of.insurance(), 2024, "370404", 1, lines, total, digest, "sealed");
    }

    private static RosterLine under(String rosterId, RosterLine line) {
        return new RosterLine(
                rosterId,
                line.number(),
                line.personKey(),
                line.sealedIdentity(),
                line.township(),
                line.village(),
                line.insurance(),
                line.feeYear(),
                line.birth(),
                line.sex(),
                line.statuses(),
                line.due());
    }
}
