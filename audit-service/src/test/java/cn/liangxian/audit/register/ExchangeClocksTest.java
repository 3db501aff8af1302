package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.payable;
import static cn.liangxian.audit.register.Stimuli.roster;

import cn.liangxian.audit.Road;
import cn.liangxian.collection.AgreementHandoff.AgreementsReviewed;
import cn.liangxian.collection.AgreementHandoff.AgreementsUrged;
import cn.liangxian.collection.AnomalyHandoff.AnomalyAnswered;
import cn.liangxian.collection.AnomalyHandoff.AnomalyClosed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyConfirmed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyForwarded;
import cn.liangxian.collection.AnomalyHandoff.AnomalyRaised;
import cn.liangxian.collection.AnomalyHandoff.FirstAnswer;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.DebitHandoff.AgreementsMissing;
import cn.liangxian.collection.RefundHandoff.RefundReported;
import cn.liangxian.enrollment.EnrollmentHandoff.HouseholdsUpdated;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.enrollment.ExchangeHandoff.CoverageSurveyed;
import cn.liangxian.enrollment.ExchangeHandoff.IdentityChangeReported;
import cn.liangxian.enrollment.ExchangeHandoff.RosterPartProvided;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsAppropriated;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.SweepHandoff.FundsSwept;
import cn.liangxian.subsidy.SweepHandoff.Money;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clocks of the exchange between departments, agencies and tax, both sides of each. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class ExchangeClocksTest {

    private static final Status STATUS = new Status("DIBAO", LocalDate.of(2023, 9, 4), null);

    @Inject
    Road road;

    @Test
    @Clause("bachu-2022/第七条(3)")
    void theRosterIsWithTaxFifteenDaysBeforeTheCampaign() {
        road.begins();
        road.opens("2023-08-16");
        road.takes(on("2023-08-17", roster(Insurance.MEDICAL)), on("2023-08-18", roster(Insurance.PENSION)));
        road.opens("2023-08-18");
        road.stands("enrollment-roster-delivered:MEDICAL", "MET_ON_TIME");
        road.stands("enrollment-roster-delivered:PENSION", "MET_LATE");
    }

    @Test
    @Clause("bachu-2022/第十二条")
    void thePoliceHaveFiveDaysAfterEachQuarterOutsideTheCampaignToo() {
        road.begins();
        road.opens("2023-06-30");
        road.takes(
                on("2023-07-05", households("653130100", "2023-Q2")),
                on("2023-07-06", households("653130101", "2023-Q2")));
        road.opens("2023-07-06");
        road.stands("enrollment-households-updated:653130100:2023-Q2", "MET_ON_TIME");
        road.stands("enrollment-households-updated:653130101:2023-Q2", "MET_LATE");
        road.stands("enrollment-households-updated:653130102:2023-Q2", "MISSED");
        road.stands("enrollment-households-updated:653130100:2023-Q3", "OPEN");
    }

    @Test
    @Clause({"bachu-2022/第十条(3)", "bachu-2022/第十一条(3)", "bachu-2022/第十三条(3)"})
    void aChangeInTheCampaignIsReportedWithinSevenWorkdaysOfTheChangeItself() {
        road.begins();
        road.opens("2023-09-12");
        road.takes(
                on("2023-09-13", reported("r1", Department.CIVIL_AFFAIRS, "2023-09-04")),
                on("2023-09-14", reported("r2", Department.RURAL_REVITALIZATION, "2023-09-04")),
                on("2023-09-14", reported("r3", Department.DISABLED_FEDERATION, "2023-09-05")),
                on("2023-09-14", reported("r4", Department.CIVIL_AFFAIRS, "2023-08-31")));
        road.stands("enrollment-identity-change-reported:CIVIL_AFFAIRS:r1", "MET_ON_TIME");
        road.stands("enrollment-identity-change-reported:RURAL_REVITALIZATION:r2", "MET_LATE");
        road.stands("enrollment-identity-change-reported:DISABLED_FEDERATION:r3", "MET_ON_TIME");
        road.stands("enrollment-identity-change-reported:CIVIL_AFFAIRS:r4", null);
    }

    @Test
    @Clause("bachu-2022/第七条(7)")
    void theAgencyPassesAReportedChangeToTaxWithinTwoWorkdays() {
        road.begins();
        road.opens("2023-09-12");
        road.takes(
                on("2023-09-13", reported("r5", Department.CIVIL_AFFAIRS, "2023-09-04")),
                on("2023-09-13", reported("r6", Department.CIVIL_AFFAIRS, "2023-09-04")),
                on("2023-09-15", new IdentityChanged("p", STATUS, LocalDate.of(2023, 9, 15), "r5")),
                on("2023-09-18", new IdentityChanged("p", STATUS, LocalDate.of(2023, 9, 18), "r6")));
        road.stands("enrollment-identity-changed:r5", "MET_ON_TIME");
        road.stands("enrollment-identity-changed:r6", "MET_LATE");
    }

    @Test
    @Clause({"bachu-2022/第八条(4)", "bachu-2022/第七条(4)"})
    void taxRaisesAnAnomalyInTwoWorkdaysAndTheAgencyAnswersInThree() {
        road.begins();
        road.opens("2023-09-04");
        road.takes(
                on("2023-09-06", raised("a1", "2023-09-04", "2023-09-06")),
                on("2023-09-07", raised("a2", "2023-09-04", "2023-09-07")),
                on("2023-09-11", answered("a1", FirstAnswer.VERIFIED, "2023-09-11")),
                on("2023-09-13", answered("a2", FirstAnswer.VERIFIED, "2023-09-13")));
        road.stands("collection-anomaly-raised:MEDICAL:a1", "MET_ON_TIME");
        road.stands("collection-anomaly-raised:MEDICAL:a2", "MET_LATE");
        road.stands("collection-anomaly-answered:MEDICAL:a1", "MET_ON_TIME");
        road.stands("collection-anomaly-answered:MEDICAL:a2", "MET_LATE");
    }

    @Test
    @Clause({"bachu-2022/第七条(5)", "bachu-2022/第七条(6)"})
    void whatAnotherDepartmentMustVerifyIsForwardedInTwoWorkdaysAndAnsweredOneAfterItsConfirmation() {
        road.begins();
        road.opens("2023-09-04");
        for (String id : new String[] {"a3", "a4"}) {
            road.takes(on("2023-09-04", raised(id, "2023-09-04", "2023-09-04")));
        }
        road.takes(
                on("2023-09-06", forwarded("a3", "2023-09-06")),
                on("2023-09-06", answered("a3", FirstAnswer.FORWARDED, "2023-09-06")),
                on("2023-09-07", forwarded("a4", "2023-09-07")),
                on("2023-09-20", confirmed("a3", "2023-09-20")),
                on("2023-09-20", confirmed("a4", "2023-09-20")),
                on("2023-09-21", closed("a3", "2023-09-21")),
                on("2023-09-22", closed("a4", "2023-09-22")));
        road.stands("collection-anomaly-forwarded:MEDICAL:a3", "MET_ON_TIME");
        road.stands("collection-anomaly-forwarded:MEDICAL:a4", "MET_LATE");
        road.stands("collection-anomaly-answered:MEDICAL:a3", "MET_ON_TIME");
        road.stands("collection-anomaly-closed:MEDICAL:a3", "MET_ON_TIME");
        road.stands("collection-anomaly-closed:MEDICAL:a4", "MET_LATE");
    }

    @Test
    @Clause({"bachu-2022/第十六条(1)", "bachu-2022/第十六条(3)"})
    void aTownshipSurveysInTheMonthBeforeTheCampaignAndItsPartOfTheRosterComesWhenTheRosterIsDue() {
        road.begins();
        road.opens("2023-08-01");
        road.takes(
                on("2023-08-17", part("653130100")),
                on("2023-08-18", part("653130101")),
                on("2023-08-31", surveyed("653130100")),
                on("2023-09-01", surveyed("653130101")));
        road.stands("enrollment-coverage-surveyed:653130100", "MET_ON_TIME");
        road.stands("enrollment-coverage-surveyed:653130101", "MET_LATE");
        road.stands("enrollment-roster-part-provided:653130100", "MET_ON_TIME");
        road.stands("enrollment-roster-part-provided:653130101", "MET_LATE");
    }

    @Test
    @Clause("bachu-2022/第九条(2)")
    void theMoneyOfAMonthIsSweptKindByKindAndWholly() {
        road.begins();
        road.opens("2023-11-30");
        road.takes(
                on("2023-12-04", swept(Insurance.MEDICAL, Money.PREMIUM, 100)),
                on("2023-12-05", swept(Insurance.MEDICAL, Money.PROXY, 0)),
                on("2023-12-05", swept(Insurance.MEDICAL, Money.SUBSIDY, 0)));
        road.stands("subsidy-funds-swept:MEDICAL:2023-11", "OPEN");
        road.takes(
                on("2023-12-14", swept(Insurance.MEDICAL, Money.PREMIUM, 0)),
                on("2023-12-05", swept(Insurance.PENSION, Money.PREMIUM, 0)),
                on("2023-12-05", swept(Insurance.PENSION, Money.PROXY, 0)),
                on("2023-12-15", swept(Insurance.PENSION, Money.SUBSIDY, 0)));
        road.stands("subsidy-funds-swept:MEDICAL:2023-11", "MET_ON_TIME");
        road.stands("subsidy-funds-swept:PENSION:2023-11", "MET_LATE");
    }

    @Test
    @Clause({"bachu-2022/第九条(3)", "bachu-2022/第九条(5)"})
    void theYearsMoneyIsAppliedForInFiveWorkdaysAfterTheCampaignAndAppropriatedInFullInFiveMore() {
        road.begins();
        road.opens("2023-12-20");
        road.takes(
                on("2023-12-20", applied("current", Purpose.PROXY, Insurance.MEDICAL)),
                on("2023-12-27", applied("annual", Purpose.FISCAL_SUBSIDY, Insurance.MEDICAL)),
                on("2023-12-28", applied("tier", Purpose.TIER_SUBSIDY, Insurance.PENSION)),
                on("2024-01-03", appropriated("annual", Purpose.FISCAL_SUBSIDY, Insurance.MEDICAL, 1)),
                on("2024-01-04", appropriated("annual", Purpose.FISCAL_SUBSIDY, Insurance.MEDICAL, 0)),
                on("2024-01-08", appropriated("tier", Purpose.TIER_SUBSIDY, Insurance.PENSION, 0)));
        road.stands("subsidy-funds-applied:MEDICAL", "MET_ON_TIME");
        road.stands("subsidy-funds-applied:PENSION", "MET_LATE");
        road.stands("subsidy-funds-appropriated:annual", "MET_ON_TIME");
        road.stands("subsidy-funds-appropriated:tier", "MET_LATE");
    }

    @Test
    @Clause("bachu-2022/第三十三条(2)")
    void aRefundThatWasMadeIsReportedToTaxWithinTwoWorkdays() {
        road.begins();
        road.opens("2023-10-09");
        road.takes(
                on("2023-10-13", made("c1")),
                on("2023-10-13", made("c2")),
                on("2023-10-17", reportedRefund("c1", "2023-10-17")),
                on("2023-10-18", reportedRefund("c2", "2023-10-18")));
        road.stands("collection-refund-reported:MEDICAL:c1", "MET_ON_TIME");
        road.stands("collection-refund-reported:MEDICAL:c2", "MET_LATE");
    }

    @Test
    @Clause("bachu-2022/第二十六条(1)")
    void taxPushesThePayableRosterToEachTownshipTenDaysBeforeTheCampaign() {
        road.begins();
        road.opens("2023-08-21");
        road.takes(on("2023-08-22", payable("653130100")), on("2023-08-23", payable("653130101")));
        road.opens("2023-08-23");
        road.stands("collection-payable-roster-issued:653130100", "MET_ON_TIME");
        road.stands("collection-payable-roster-issued:653130101", "MET_LATE");
        road.stands("collection-payable-roster-issued:653130102", "MISSED");
    }

    @Test
    @Clause("bachu-2022/第二十五条(8)")
    void everybodyOnTheListIsUrgedWithinTwentyWorkdays() {
        road.begins();
        road.opens("2023-01-09");
        road.takes(
                on("2023-01-10", missing("653130100", 2)),
                on("2023-01-10", missing("653130101", 2)),
                on("2023-01-10", missing("653130102", 0)),
                on("2023-02-09", urged("653130100", 1)));
        road.stands("collection-agreements-urged:653130100:2023", "OPEN");
        road.takes(on("2023-02-10", urged("653130100", 0)), on("2023-02-13", urged("653130101", 0)));
        road.stands("collection-agreements-urged:653130100:2023", "MET_ON_TIME");
        road.stands("collection-agreements-urged:653130101:2023", "MET_LATE");
        road.stands("collection-agreements-urged:653130102:2023", null);
    }

    @Test
    @Clause("bachu-2022/第二十五条(7)")
    void agreementsAreLookedThroughInTheTenDaysAfterEachQuarter() {
        road.begins();
        road.opens("2023-06-30");
        road.takes(on("2023-07-10", reviewed("653130100")), on("2023-07-11", reviewed("653130101")));
        road.stands("collection-agreements-reviewed:653130100:2023-Q2", "MET_ON_TIME");
        road.stands("collection-agreements-reviewed:653130101:2023-Q2", "MET_LATE");
        road.opens("2023-07-11");
        road.stands("collection-agreements-reviewed:653130102:2023-Q2", "MISSED");
    }

    private static AgreementsMissing missing(String township, int people) {
        return new AgreementsMissing(township, LocalDate.of(2023, 1, 10), people, "digest");
    }

    private static AgreementsUrged urged(String township, int left) {
        return new AgreementsUrged(
                "urging-" + township + left,
                township,
                LocalDate.of(2023, 1, 10),
                "陈某",
                1,
                left,
                LocalDate.of(2023, 2, 14));
    }

    private static AgreementsReviewed reviewed(String township) {
        return new AgreementsReviewed(
                "review-" + township, township, "2023-Q2", 1, 0, 0, 0, 1, LocalDate.of(2023, 7, 10));
    }

    private static FundsApplied applied(String id, Purpose purpose, Insurance insurance) {
        return new FundsApplied(
                id, purpose, insurance, 2024, "FISCAL", 1, Fen.ofYuan(640), LocalDate.of(2023, 12, 27), true);
    }

    private static FundsAppropriated appropriated(String id, Purpose purpose, Insurance insurance, long shortfall) {
        return new FundsAppropriated(
                id, purpose, insurance, Fen.ofYuan(640), Fen.of(shortfall), LocalDate.of(2024, 1, 3));
    }

    private static RefundListed made(String id) {
        return new RefundListed(
                "r-" + id,
                "payment",
                "p",
                Insurance.MEDICAL,
                Fen.ofYuan(380),
                "WRONG_TIER",
                "COUNTER",
                "voucher",
                LocalDate.of(2023, 10, 13),
                id,
                2024,
                Fen.ZERO);
    }

    private static RefundReported reportedRefund(String id, String on) {
        return new RefundReported(
                id,
                "list",
                "p",
                Insurance.MEDICAL,
                Fen.ofYuan(380),
                LocalDate.of(2023, 10, 13),
                List.of(),
                "经办机构档案室",
                "经办人",
                LocalDate.parse(on));
    }

    private static CoverageSurveyed surveyed(String township) {
        return new CoverageSurveyed("survey-" + township, township, List.of(), LocalDate.of(2023, 8, 31));
    }

    private static RosterPartProvided part(String township) {
        return new RosterPartProvided(
                "part-" + township, "survey", township, 1, 1, "digest", "乡长", LocalDate.of(2023, 8, 17));
    }

    private static FundsSwept swept(Insurance insurance, Money money, long left) {
        return new FundsSwept(
                "sweep-" + insurance + money + left,
                "2023-11",
                insurance,
                money,
                Fen.ofYuan(1),
                Fen.of(left),
                "account",
                LocalDate.of(2023, 12, 4));
    }

    private static HouseholdsUpdated households(String township, String quarter) {
        return new HouseholdsUpdated("feed-" + township, township, 10, 0, 0, 0, "digest", quarter, 1);
    }

    private static IdentityChangeReported reported(String id, Department department, String changedOn) {
        return new IdentityChangeReported(
                id,
                department,
                "p",
                "653130101",
                STATUS,
                LocalDate.parse(changedOn),
                Carrier.ELECTRONIC,
                LocalDate.of(2023, 9, 13));
    }

    private static AnomalyRaised raised(String id, String receivedOn, String on) {
        return new AnomalyRaised(
                id,
                "ID_NUMBER_SHARED",
                "p",
                "q",
                Insurance.MEDICAL,
                "653130101",
                LocalDate.parse(on),
                LocalDate.parse(receivedOn));
    }

    private static AnomalyAnswered answered(String id, FirstAnswer answer, String on) {
        return new AnomalyAnswered(id, "p", Insurance.MEDICAL, answer, LocalDate.parse(on));
    }

    private static AnomalyForwarded forwarded(String id, String on) {
        return new AnomalyForwarded(
                id, "p", Insurance.MEDICAL, Department.PUBLIC_SECURITY, LocalDate.of(2023, 9, 4), LocalDate.parse(on));
    }

    private static AnomalyConfirmed confirmed(String id, String on) {
        return new AnomalyConfirmed(id, "p", Insurance.MEDICAL, Department.PUBLIC_SECURITY, "属实", LocalDate.parse(on));
    }

    private static AnomalyClosed closed(String id, String on) {
        return new AnomalyClosed(id, "p", Insurance.MEDICAL, "属实", LocalDate.parse(on));
    }
}
