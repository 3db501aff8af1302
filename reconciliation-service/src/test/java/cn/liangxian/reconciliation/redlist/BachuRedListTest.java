package cn.liangxian.reconciliation.redlist;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.entitlement.AgencyDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** By the policy of Bachu: twenty workdays after the payment; 清明节 and, in Xinjiang, 肉孜节 (2024-04-10) lie between. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BachuRedListTest {

    private static final long FEE = 38_000;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    AgencyDesk agency;

    private final String person = Uuid7.next().toString();

    @Test
    @Order(1)
    @Clause("bachu-2022/第三十八条(3)")
    void whoPaidIsNotListedOnTheTwentiethWorkdayOfXinjiangAndIsListedTheDayAfter() {
        LocalDate thursday = dates.open(LocalDate.of(2024, 3, 21));
        tax.receives(full(person, MEDICAL, FEE, thursday));
        dates.open(LocalDate.of(2024, 4, 22));
        stands(List.of(), List.of());
        dates.open(LocalDate.of(2024, 4, 23));
        stands(List.of("NOT_IN_TREASURY"), List.of("TREASURY"));
    }

    @Test
    @Order(2)
    @Clause("bachu-2022/第三十八条(4)")
    void taxAndAgencySeeTheSameBrokenLinkAndItsOwnerUntilTheClaimIsEntitled() {
        LocalDate monday = LocalDate.of(2024, 3, 25);
        tax.receives(full(person, MEDICAL, FEE, monday), sum(monday, MEDICAL, 1, FEE, 0, 0), nothing(monday, PENSION));
        dates.open(LocalDate.of(2024, 4, 25));
        stands(List.of("NOT_IN_TREASURY"), List.of("TREASURY"));
        treasury.reports(day(monday, MEDICAL, 1, row("v-" + person, FEE)), day(monday, PENSION, 1));
        dates.open(LocalDate.of(2024, 4, 26));
        stands(List.of("NOT_PASSED_TO_AGENCY"), List.of("TAX"));
        LocalDate wednesday = dates.open(LocalDate.of(2024, 5, 8));
        dates.open(wednesday.plusDays(1));
        stands(List.of("NOT_BOOKED_BY_AGENCY"), List.of("MEDICAL_INSURANCE"));
        agency.books(MEDICAL, agency.detailsOf(person, MEDICAL), person);
        stands(List.of(), List.of());
    }

    /** As tax and as the agency of the insurance are shown the person. */
    private void stands(List<String> links, List<String> owners) {
        String mine = "findAll { it.personKey == '" + person + "' }";
        for (String department : List.of("TAX", "MEDICAL_INSURANCE")) {
            given().auth()
                    .oauth2(TestRealm.token(department, TaxDesk.township()))
                    .get("/red-list")
                    .then()
                    .statusCode(200)
                    .body(mine + ".brokenLink", equalTo(links))
                    .body(mine + ".owner", equalTo(owners))
                    .body(mine + ".since.unique().size()", equalTo(links.size()));
        }
    }
}
