package cn.liangxian.collection.desk;

import cn.liangxian.collection.Desk;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Whose form it is comes before what it says. */
@QuarkusTest
class OutsidersTest {

    private static final Desk BUREAU = new Desk("AUDIT_BUREAU", "370404");
    private static final Desk TREASURY = new Desk("TREASURY", "370404");

    @Test
    void aFormIsTakenFromThoseWhoFindItsPage() {
        sent(TREASURY, "/desk/receipts", 403);
        sent(BUREAU, "/desk/receipts/voucher", 403);
        sent(Desk.VILLAGE, "/desk/receipts", 400);
        sent(Desk.TAX, "/desk/receipts/voucher", 400);
    }

    @Test
    void whoOnlyReadsAPageSendsNoneOfItsForms() {
        sent(BUREAU, "/desk/anomalies/step", 403);
        sent(BUREAU, "/desk/refunds/step", 403);
        sent(Desk.TAX, "/desk/anomalies/step", 400);
        sent(Desk.TAX, "/desk/refunds/step", 400);
    }

    @Test
    void whereTheCountyHasNoSuchPageNobodySendsItsForms() {
        for (String form :
                new String[] {"/debits/contact", "/debit-lists/amounts", "/agreements/void", "/cash-taking/payer"}) {
            sent(Desk.TAX, "/desk" + form, 404);
            sent(Desk.VILLAGE, "/desk" + form, 404);
        }
    }

    private static void sent(Desk desk, String form, int status) {
        desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post(form)
                .then()
                .statusCode(status);
    }
}
