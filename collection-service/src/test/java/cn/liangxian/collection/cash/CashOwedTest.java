package cn.liangxian.collection.cash;

import static cn.liangxian.collection.EarlyClosing.DAY_AFTER;
import static cn.liangxian.collection.EarlyClosing.LAST_DAY;
import static cn.liangxian.collection.cash.VillageCash.HOME;
import static cn.liangxian.collection.cash.VillageCash.TOWNSHIP;
import static cn.liangxian.collection.cash.VillageCash.VILLAGE;
import static cn.liangxian.collection.cash.VillageCash.marks;
import static cn.liangxian.collection.cash.VillageCash.payers;
import static cn.liangxian.collection.cash.VillageCash.registersACollector;
import static cn.liangxian.collection.cash.VillageCash.takes;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CashHandoff.CashTaken;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.EarlyClosing;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No cash is taken that could not be paid in, and what cannot be paid in any more goes back. */
@QuarkusTest
@TestProfile(EarlyClosing.class)
class CashOwedTest {

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of(HOME);
    private final Resident other = Resident.ordinary().of(HOME);

    @BeforeEach
    void aCollectorIsRegisteredAndThePayersAreListed() {
        county.begins("2023-09-01");
        county.insuresMedical(resident, other);
        registersACollector();
        TOWNSHIP.post("/cash-payers", payers(resident, other)).statusCode(201);
    }

    @Test
    @Clause({"bachu-2022/第三十条(2)", "bachu-2022/第三十条(3)"})
    void cashIsTakenOnTheLastDayOnWhichAChannelIsOpenAndNoneOnTheDayAfter() {
        county.opens(LAST_DAY);
        takes(resident, 380, marks()).statusCode(201);
        county.opens(DAY_AFTER);
        takes(other, 380, marks()).statusCode(409).body("code", equalTo("channel-closed"));
        assertEquals(1, county.handed(CashTaken.class).size(), "no receipt was given");
    }

    @Test
    @Clause("bachu-2022/第三十条(4)")
    void cashIsPaidInWhileAChannelIsOpenAndGoesBackOnTheDayAfterItClosed() {
        county.opens(LAST_DAY);
        String id = takes(resident, 380, marks()).extract().path("entryId");
        givesBack(id).statusCode(422).body("detail", equalTo("仍有应缴，现金应缴入"));
        county.opens(DAY_AFTER);
        VILLAGE.post("/cash-entries/" + id + "/settlement", Map.of("channel", "POS", "voucher", "S1", "amount", 38000))
                .statusCode(409)
                .body("code", equalTo("channel-closed"));
        givesBack(id).statusCode(201).body("state", equalTo("RETURNED"));
    }

    @Test
    @Clause("bachu-2022/第三十条(2)")
    void noCashIsTakenFromWhoHasPaidOrIsPaidForByOthers() {
        pays(resident);
        takes(resident, 380, marks()).statusCode(409).body("code", equalTo("cash-nothing-owed"));
        county.hands(new IdentityChanged(
                other.key(), new Status("TEKUN", LocalDate.of(2023, 9, 1), null), LocalDate.of(2023, 9, 1)));
        takes(other, 380, marks()).statusCode(409).body("code", equalTo("cash-nothing-owed"));
        assertEquals(0, county.count("select count(*) from cash_entry"));
    }

    @Test
    @Clause("bachu-2022/第三十条(4)")
    void cashOfWhoIsPaidForByOthersSinceItWasTakenGoesBack() {
        String id = takes(other, 380, marks()).statusCode(201).extract().path("entryId");
        county.hands(new IdentityChanged(
                other.key(), new Status("TEKUN", LocalDate.of(2023, 9, 1), null), LocalDate.of(2023, 9, 1)));
        givesBack(id).statusCode(201).body("state", equalTo("RETURNED"));
    }

    private static void pays(Resident resident) {
        new Desk("CHANNEL", "653130")
                .post("/contributions", Desk.offer("POS", resident, Insurance.MEDICAL, null, 380, "P1"))
                .statusCode(201);
    }

    private static ValidatableResponse givesBack(String id) {
        return VILLAGE.post("/cash-entries/" + id + "/return", Map.of());
    }
}
