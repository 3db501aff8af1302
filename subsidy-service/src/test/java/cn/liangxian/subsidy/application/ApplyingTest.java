package cn.liangxian.subsidy.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on behalf are on 2023-11-10, 12-01, 12-18 and 12-31, subsidies are applied for on 12-21 and 2024-01-12. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ApplyingTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 11, 1);
    private static final String RUN = "2023-11-10";

    @Inject
    Neighbours neighbours;

    @Inject
    Applications applications;

    @Inject
    Runs runs;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void newCampaign() {
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-5")
    void whoTurnsSixtyOnTheRunDateIsAppliedForAndWhoTurnsSixtyTheDayAfterIsNot() {
        Resident today = Resident.born("1963-11-10");
        Resident tomorrow = Resident.born("1963-11-11");
        acceptedMedical(today, tomorrow);
        neighbours.opens(RUN);

        assertEquals(List.of(today.key()), appliedPersons());
        FundsApplied applied = neighbours.received(FundsApplied.class).get(0);
        assertEquals(Purpose.PROXY, applied.purpose());
        assertEquals("DISTRICT_FINANCE", applied.funder());
        assertEquals(1, applied.heads());
        assertEquals(Fen.ofYuan(190), applied.amount());
        assertEquals(LocalDate.parse(RUN), applied.appliedOn());
    }

    @Test
    @Clause({"yicheng-2024/四(四)4-b", "yicheng-2024/四(一)医疗-4", "yicheng-2024/四(一)医疗-5"})
    void whoseBirthdayIsTheLastDayOfTheYearIsAppliedForOnItAndTheNextDaysIsNot() {
        Resident sixty = Resident.born("1963-12-31");
        Resident seventy = Resident.born("1953-12-31");
        Resident tooYoung = Resident.born("1964-01-01");
        acceptedMedical(sixty, seventy, tooYoung);
        neighbours.opens("2023-12-18");
        assertEquals(Fen.ZERO, applied(sixty));
        assertEquals(Fen.ofYuan(190), applied(seventy));
        neighbours.opens("2023-12-31");
        assertEquals(Fen.ofYuan(190), applied(sixty));
        assertEquals(Fen.ofYuan(380), applied(seventy));
        assertEquals(Fen.ZERO, applied(tooYoung));
    }

    @Test
    void whoTurnsSixtyAfterOneRunIsAppliedForInTheNext() {
        Resident tomorrow = Resident.born("1963-11-11");
        acceptedMedical(tomorrow);
        neighbours.opens(RUN);
        assertEquals(List.of(), appliedPersons());
        neighbours.opens("2023-12-01");
        assertEquals(List.of(tomorrow.key()), appliedPersons());
    }

    @Test
    @Clause({"yicheng-2024/四(一)医疗-4", "yicheng-2024/四(一)医疗-5"})
    void whoTurnsSeventyBetweenTwoRunsIsAppliedForTheOtherHalfAndForNobodyTwice() {
        Resident seventy = Resident.born("1953-12-01");
        Resident old = Resident.born("1940-01-01");
        acceptedMedical(seventy, old);
        neighbours.opens(RUN);
        neighbours.opens("2023-12-01");
        neighbours.opens("2023-12-18");
        assertEquals(Fen.ofYuan(380), applied(seventy));
        assertEquals(Fen.ofYuan(380), applied(old));
        assertEquals(2, neighbours.received(FundsApplied.class).size());
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-5")
    void whoPaidEverythingIsNotAppliedForAndWhoPaidHalfIsForTheOtherHalfOnly() {
        Resident paidAll = Resident.born("1963-01-01");
        Resident paidHalf = Resident.born("1963-01-02");
        Resident aged = Resident.born("1950-01-01");
        acceptedMedical(paidAll, paidHalf, aged);
        neighbours.hand(
                BEFORE,
                paidAll.paysMedical(380, 380, "2023-11-01"),
                paidHalf.paysMedical(190, 190, "2023-11-01"),
                aged.paysMedical(190, 190, "2023-11-01"));
        neighbours.opens(RUN);
        assertEquals(Fen.ZERO, applied(paidAll));
        assertEquals(Fen.ofYuan(190), applied(paidHalf));
        assertEquals(Fen.ofYuan(190), applied(aged));
    }

    @Test
    @Clause({"yicheng-2024/四(一)养老-6", "yicheng-2024/四(一)医疗-3", "yicheng-2024/四(三)3a"})
    void applicationsAreMadePerInsuranceAndFunder() {
        Resident poor = Resident.born("1980-01-01", "DIBAO");
        Resident old = Resident.born("1950-01-01");
        acceptedMedical(poor, old);
        String pensions = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.pension(pensions, 350, poor));
        neighbours.hand(BEFORE, Resident.accepted(pensions, Insurance.PENSION, 1));
        neighbours.opens(RUN);
        assertEquals(
                List.of("MEDICAL DISTRICT_FINANCE 380.00", "MEDICAL NOT_NAMED 380.00", "PENSION GOVERNMENT 100.00"),
                neighbours.received(FundsApplied.class).stream()
                        .map(a -> a.insurance() + " " + a.funder() + " " + a.amount())
                        .sorted()
                        .toList());
    }

    @Test
    void linesOfARosterThatTaxRefusedCountForNothing() {
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, Resident.born("1950-01-01")));
        neighbours.hand(BEFORE, Resident.refused(roster, Insurance.MEDICAL, 1));
        neighbours.opens(RUN);
        assertEquals(List.of(), appliedPersons());
    }

    @Test
    void aRunWaitsForLinesOfAnAcceptedRosterAndSaysWhichAndIsThenPerformedForItsDate() {
        Resident today = Resident.born("1963-11-10");
        Resident tomorrow = Resident.born("1963-11-11");
        String roster = Resident.rosterId();
        var lines = Resident.medical(roster, today, tomorrow);
        neighbours.hand(BEFORE, lines.get(0));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, 2));
        neighbours.opens(RUN);

        Run waiting = runs.all().get(0);
        assertEquals(RunState.WAITING_FOR_LINES, waiting.state());
        assertTrue(waiting.waitingFor().contains(roster), waiting.waitingFor());
        assertEquals(List.of(), appliedPersons());

        neighbours.opens("2023-11-11");
        neighbours.hand(BEFORE, lines.get(1));
        assertEquals(RunState.DONE, runs.all().get(0).state());
        assertEquals(List.of(today.key()), appliedPersons());
    }

    @Test
    void aStatusReportedBeforeTheRunAndArrivingAfterItIsMadeUpForOnce() {
        Resident resident = Resident.born("1980-01-01");
        acceptedMedical(resident);
        neighbours.opens(RUN);
        neighbours.opens("2023-11-11");
        Status dibao = new Status("DIBAO", LocalDate.of(2023, 11, 9), null);
        neighbours.hand(
                LocalDate.of(2023, 11, 9), new IdentityChanged(resident.key(), dibao, LocalDate.of(2023, 11, 9)));
        assertEquals(Fen.ofYuan(380), applied(resident));
        neighbours.opens("2023-12-01");
        assertEquals(Fen.ofYuan(380), applied(resident));
        assertEquals(1, neighbours.received(FundsApplied.class).size());
    }

    @Test
    void aRunWaitsForPaymentsThatTaxSummedAndForTheSumItself() {
        Resident old = Resident.born("1950-01-01");
        acceptedMedical(old);
        var payment = old.paysMedical(380, 380, "2023-11-01");
        neighbours.collects(List.of(payment));
        neighbours.opensWithoutSum(RUN);
        assertEquals(RunState.WAITING_FOR_PAYMENTS, runs.all().get(0).state());
        assertTrue(runs.all().get(0).waitingFor().contains("not summed yet"));
        neighbours.sums(BEFORE);
        assertTrue(runs.all().get(0).waitingFor().contains("1 of 38000 fen, here are 0"));
        neighbours.hand(BEFORE, payment);
        assertEquals(RunState.DONE, runs.all().get(0).state());
        assertEquals(List.of(), appliedPersons());
    }

    @Test
    void aStatusThatIsToEndLaterStillHoldsOnTheRunDate() {
        Resident resident = Resident.born("1980-01-01", "DIBAO");
        acceptedMedical(resident);
        LocalDate after = LocalDate.parse(RUN).plusDays(1);
        Status suspended = new Status("DIBAO", after, after);
        neighbours.hand(BEFORE, new IdentityChanged(resident.key(), suspended, BEFORE));
        neighbours.opens(RUN);
        assertEquals(List.of(resident.key()), appliedPersons());
    }

    @Test
    void theLastWordOnAStatusCounts() {
        Resident resident = Resident.born("1980-01-01", "DIBAO");
        acceptedMedical(resident);
        LocalDate changed = LocalDate.of(2023, 11, 8);
        Status ended = new Status("DIBAO", LocalDate.of(2020, 1, 1), changed);
        neighbours.hand(changed, new IdentityChanged(resident.key(), ended, changed));
        neighbours.opens(RUN);
        assertEquals(List.of(), appliedPersons());
    }

    @Test
    void aPaymentOfTheRunDateItselfIsNotSeenByTheRun() {
        Resident old = Resident.born("1950-01-01");
        acceptedMedical(old);
        neighbours.hand(LocalDate.parse(RUN), old.paysMedical(380, 380, RUN));
        neighbours.opens(RUN);
        assertEquals(Fen.ofYuan(380), applied(old));
    }

    @ParameterizedTest(name = "order {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @Clause("yicheng-2024/四(一)养老-4")
    void theOrderOfArrivalDecidesNothing(int seed) {
        Resident paid = Resident.born("1960-01-01");
        Resident old = Resident.born("1950-01-01");
        Resident poor = Resident.born("1980-01-01");
        Resident young = Resident.born("2000-01-01");
        String medical = Resident.rosterId();
        String pension = Resident.rosterId();
        Status dibao = new Status("DIBAO", BEFORE, null);
        List<Handoff> facts = new ArrayList<>(List.of(
                Resident.accepted(medical, Insurance.MEDICAL, 4),
                Resident.accepted(pension, Insurance.PENSION, 2),
                paid.paysMedical(380, 380, "2023-11-01"),
                young.paysMedical(380, 380, "2023-11-01"),
                young.paysPension(500, 500, 500, "2023-12-01"),
                new IdentityChanged(poor.key(), dibao, BEFORE)));
        facts.addAll(Resident.medical(medical, paid, old, poor, young));
        facts.addAll(Resident.pension(pension, 350, poor, young));
        neighbours.collects(facts);
        Collections.shuffle(facts, new Random(seed));
        // the same facts, cut at random between the business dates on which they arrive
        List<String> dates = List.of(RUN, "2023-12-01", "2023-12-18", "2023-12-20", "2023-12-21");
        int at = 0;
        for (int i = 0; i < dates.size(); i++) {
            int until = i == dates.size() - 1 ? facts.size() - 2 : facts.size() * (i + 1) / (dates.size() + 1);
            for (; at < until; at++) {
                neighbours.hand(BEFORE, facts.get(at));
            }
            neighbours.opens(dates.get(i));
        }
        for (; at < facts.size(); at++) {
            neighbours.hand(BEFORE, facts.get(at));
        }

        assertEquals(
                List.of(
                        "FISCAL_SUBSIDY MEDICAL FISCAL 1280.00",
                        "PROXY MEDICAL DISTRICT_FINANCE 380.00",
                        "PROXY MEDICAL NOT_NAMED 380.00",
                        "PROXY PENSION GOVERNMENT 100.00",
                        "TIER_SUBSIDY PENSION GOVERNMENT 60.00"),
                sums());
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-2")
    void subsidiesFollowClaimsCompletedByTheEndOfTheCampaignAndLaterOnesAreMadeUpFor() {
        Resident onTheLastDay = Resident.born("1990-01-01");
        Resident late = Resident.born("1990-01-01");
        Resident half = Resident.born("1960-01-01");
        Resident proxied = Resident.born("1950-01-01");
        acceptedMedical(onTheLastDay, late, half, proxied);
        neighbours.opens("2023-12-20");
        LocalDate lastDay = LocalDate.of(2023, 12, 20);
        neighbours.hand(
                lastDay,
                onTheLastDay.paysMedical(380, 380, "2023-12-20"),
                half.paysMedical(190, 190, "2023-12-20"),
                proxied.paid(Insurance.MEDICAL, 380, 380, 380, 380, Payer.PROXY, "2023-12-20"),
                late.paysMedical(380, 380, "2023-12-21"));
        neighbours.opens("2023-12-21");
        FundsApplied fiscal = neighbours.received(FundsApplied.class).get(0);
        assertEquals(Purpose.FISCAL_SUBSIDY, fiscal.purpose());
        assertEquals(2, fiscal.heads());
        assertEquals(Fen.ofYuan(1280), fiscal.amount());
        neighbours.opens("2024-01-12");
        FundsApplied later = neighbours.received(FundsApplied.class).stream()
                .filter(applied -> !applied.applicationId().equals(fiscal.applicationId()))
                .filter(applied -> applied.purpose() == Purpose.FISCAL_SUBSIDY)
                .findAny()
                .orElseThrow();
        assertEquals(1, later.heads(), "who paid after the campaign is made up for, and nobody twice");
        assertEquals(Fen.ofYuan(640), later.amount());
    }

    @Test
    @Clause("yicheng-2024/四(一)养老-7")
    void husbandAndWifeAreBothGrantedThreeHundredWhenTheRosterTellsHerAge() {
        Resident wife = Resident.born("1970-01-01", "FAMILY_PLANNING");
        Resident husband = new Resident(Resident.rosterId(), LocalDate.of(1968, 1, 1), Sex.MALE, wife.statuses());
        Resident other = new Resident(Resident.rosterId(), LocalDate.of(1968, 1, 1), Sex.MALE, wife.statuses());
        String roster = Resident.rosterId();
        List<RosterLine> lines = new ArrayList<>(Resident.pension(roster, 350, wife, husband, other));
        lines.set(1, Resident.marriedTo(wife.birth(), lines.get(1)));
        lines.set(2, Resident.marriedTo(LocalDate.of(1974, 1, 1), lines.get(2)));
        neighbours.hand(BEFORE, lines);
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.PENSION, 3));
        neighbours.opens("2023-12-20");
        neighbours.hand(
                LocalDate.of(2023, 12, 20),
                wife.paysPension(350, 350, 350, "2023-12-20"),
                husband.paysPension(350, 350, 350, "2023-12-20"),
                other.paysPension(350, 350, 350, "2023-12-20"));
        neighbours.opens("2023-12-21");
        FundsApplied grant = neighbours.received(FundsApplied.class).stream()
                .filter(applied -> applied.purpose() == Purpose.GRANT)
                .findAny()
                .orElseThrow();
        assertEquals(2, grant.heads());
        assertEquals(Fen.ofYuan(600), grant.amount());
    }

    @Test
    void aCountyOfThreeThousandIsAppliedForInOneRun() {
        Resident[] old = IntStream.range(0, 3000)
                .mapToObj(i -> Resident.born("1950-01-01"))
                .toArray(Resident[]::new);
        acceptedMedical(old);
        neighbours.opens(RUN);
        FundsApplied applied = neighbours.received(FundsApplied.class).get(0);
        assertEquals(3000, applied.heads());
        assertEquals(Fen.ofYuan(3000 * 380), applied.amount());
        Application application = applications.all().get(0);
        assertEquals(3000, applications.lines(application.id(), 0, 5000).size());
    }

    private void acceptedMedical(Resident... residents) {
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, residents));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, residents.length));
    }

    private List<String> appliedPersons() {
        return applications.all().stream()
                .flatMap(application -> applications.lines(application.id(), 0, 1000).stream())
                .map(ApplicationLine::personKey)
                .toList();
    }

    private Fen applied(Resident resident) {
        return applications.all().stream()
                .flatMap(application -> applications.lines(application.id(), 0, 1000).stream())
                .filter(line -> line.personKey().equals(resident.key()))
                .map(ApplicationLine::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    private List<String> sums() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select purpose || ' ' || insurance || ' ' || funder, sum(amount) from application
                        group by 1 order by 1""")
                .map((row, context) -> row.getString(1) + " " + Fen.of(row.getLong(2)))
                .list());
    }
}
