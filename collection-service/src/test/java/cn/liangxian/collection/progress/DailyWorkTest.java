package cn.liangxian.collection.progress;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.CollectionHandoff.ProgressReported.VillageProgress;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.refund.Refunds;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class DailyWorkTest {

    @Inject
    County county;

    @Test
    void theTakingsOfADayAreSummedWhenTheNextOneOpensAlsoWhenThereWereNone() {
        Resident resident = Resident.ordinary();
        county.begins("2023-10-21");
        county.insuresMedical(resident);
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        assertEquals(0, sums("2023-10-21").size());
        county.opens("2023-10-22");
        assertEquals(
                List.of(
                        new DaySummed(LocalDate.of(2023, 10, 21), Insurance.PENSION, 0, Fen.ZERO, Fen.ZERO, Fen.ZERO),
                        new DaySummed(
                                LocalDate.of(2023, 10, 21),
                                Insurance.MEDICAL,
                                1,
                                Fen.ofYuan(380),
                                Fen.ofYuan(380),
                                Fen.ZERO)),
                sums("2023-10-21"));
        Refunds.all();
        county.opens("2023-10-23");
        assertEquals(Fen.ofYuan(380), sums("2023-10-22").get(1).refunded());
        assertEquals(0, sums("2023-10-22").get(1).payments());
    }

    @Test
    void noPaymentFallsBetweenTwoDays() throws Exception {
        county.begins("2023-10-21");
        Resident[] residents = Stream.generate(Resident::ordinary).limit(200).toArray(Resident[]::new);
        county.insuresMedical(residents);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> paying = Stream.of(residents)
                    .<Future<?>>map(
                            r -> pool.submit(() -> CHANNEL.paysMedical(r, 380).statusCode(201)))
                    .toList();
            for (int day = 22; day <= 26; day++) {
                county.opens("2023-10-" + day);
            }
            for (Future<?> payment : paying) {
                payment.get();
            }
        } finally {
            pool.shutdown();
        }
        county.opens("2023-10-27");
        Map<LocalDate, Long> paid = county.handed(ContributionPaid.class).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        ContributionPaid::paidOn, java.util.stream.Collectors.counting()));
        long all = 0;
        for (int day = 21; day <= 26; day++) {
            LocalDate date = LocalDate.of(2023, 10, day);
            long summed = sums(date.toString()).get(1).payments();
            assertEquals(paid.getOrDefault(date, 0L), summed, date.toString());
            all += summed;
        }
        assertEquals(200, all);
        BoardSums.agree(county);
    }

    @Test
    void theBoardSumsUpWhatAllClaimsAndPaymentsComeTo() {
        Resident resident = Resident.ordinary();
        Resident neighbour = Resident.ordinary().of("370404001004");
        county.begins("2023-10-21");
        county.insuresMedical(resident, neighbour);
        county.insuresPension(350, resident);
        BoardSums.agree(county);
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        CHANNEL.paysPension(resident, 500L, 500).statusCode(201);
        BoardSums.agree(county);
        assertEquals(3 + 2, county.count("select count(*) from village_standing"), "three claims, two payments");
        county.opens("2023-10-22");
        assertEquals(3, county.count("select count(*) from village_standing"), "one for each village and insurance");
        BoardSums.agree(county);
        CHANNEL.paysMedical(neighbour, 380).statusCode(201);
        TAX.get("/progress").statusCode(200).body("peoplePaid", equalTo(List.of(2, 1)));
        BoardSums.agree(county);
    }

    @Test
    @Clause("yicheng-2024/五(四)-c")
    void onFridaysOfThePaymentStageEveryTownshipIsToldHowFarItsVillagesHaveComeAgainstTheLastYear() {
        Resident resident = Resident.ordinary();
        Resident neighbour = Resident.ordinary().of("370404001004");
        county.begins("2023-10-26");
        county.insuresMedical(resident, neighbour, Resident.ordinary().of("370404002001"));
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        before("370404", Resident.VILLAGE, 100, 96).statusCode(201);
        before("370404", "370404001004", 100, 90).statusCode(201);
        before("370404", "653130001001", 100, 90).statusCode(404);
        before("370404", Resident.VILLAGE, 100, 101).statusCode(400);
        assertEquals(0, county.handed(ProgressReported.class).size());
        county.opens("2023-10-27");
        LocalDate friday = LocalDate.of(2023, 10, 27);
        Fen whole = Fen.ofYuan(380);
        assertEquals(
                List.of(
                        new ProgressReported(
                                "370404001",
                                friday,
                                Insurance.MEDICAL,
                                2,
                                1,
                                Fen.ofYuan(760),
                                whole,
                                9300,
                                List.of(
                                        new VillageProgress(Resident.VILLAGE, 1, 1, whole, whole, 9600),
                                        new VillageProgress("370404001004", 1, 0, whole, Fen.ZERO, 9000))),
                        new ProgressReported(
                                "370404002",
                                friday,
                                Insurance.MEDICAL,
                                1,
                                0,
                                whole,
                                Fen.ZERO,
                                null,
                                List.of(new VillageProgress("370404002001", 1, 0, whole, Fen.ZERO, null)))),
                county.handed(ProgressReported.class).stream()
                        .sorted(java.util.Comparator.comparing(ProgressReported::township))
                        .toList());
        county.opens("2023-10-28");
        assertEquals(2, county.handed(ProgressReported.class).size());
        CHANNEL.paysMedical(neighbour, 380).statusCode(201);
        new Desk("TOWNSHIP", "370404001")
                .get("/progress")
                .statusCode(200)
                .body("peoplePaid", equalTo(List.of(2)))
                .body("targetRate", equalTo(List.of(9300)));
        CHANNEL.get("/progress").statusCode(403);
    }

    @Test
    void theStatementComesToTheSameAsWhatWasHandedOver() {
        Resident resident = Resident.ordinary();
        Resident sixtyFive = Resident.born("1958-01-01");
        county.begins("2023-10-21");
        county.insuresMedical(resident, sixtyFive);
        county.insuresPension(350, resident);
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        CHANNEL.paysMedical(sixtyFive, 190).statusCode(201);
        CHANNEL.paysPension(resident, 500L, 500).statusCode(201);
        TAX.get("/statement")
                .statusCode(200)
                .body("claims", equalTo(3))
                .body("due.MEDICAL", equalTo(76000))
                .body("due.PENSION", equalTo(50000))
                .body("paid.SELF.MEDICAL", equalTo(57000))
                .body("paid.SELF.PENSION", equalTo(50000))
                .body("paid.PROXY.MEDICAL", equalTo(0))
                .body("unpaid.MEDICAL", equalTo(19000))
                .body("unpaid.PENSION", equalTo(0))
                .body("byChannel.WECHAT.count", equalTo(3))
                .body("byChannel.WECHAT.fen", equalTo(107000))
                .body("partlyPaid", equalTo(1))
                .body("surplus", equalTo(38000))
                .body("refunded", equalTo(0));
        new Desk("AUDIT_BUREAU", "370404").get("/statement").statusCode(200);
        CHANNEL.get("/statement").statusCode(403);
    }

    private static ValidatableResponse before(String area, String village, int people, int paid) {
        return new Desk("TAX", area)
                .post(
                        "/progress/last-year",
                        Map.of(
                                "villages",
                                List.of(Map.of(
                                        "village", village,
                                        "insurance", "MEDICAL",
                                        "people", people,
                                        "peoplePaid", paid))));
    }

    private List<DaySummed> sums(String day) {
        return county.handed(DaySummed.class).stream()
                .filter(s -> s.date().toString().equals(day))
                .sorted(java.util.Comparator.comparing(DaySummed::insurance))
                .toList();
    }
}
