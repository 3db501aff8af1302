package cn.liangxian.collection.cash;

import static cn.liangxian.collection.cash.VillageCash.HOME;
import static cn.liangxian.collection.cash.VillageCash.TOWNSHIP;
import static cn.liangxian.collection.cash.VillageCash.VILLAGE;
import static cn.liangxian.collection.cash.VillageCash.marks;
import static cn.liangxian.collection.cash.VillageCash.payers;
import static cn.liangxian.collection.cash.VillageCash.registersACollector;
import static cn.liangxian.collection.cash.VillageCash.takes;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CashHandoff.CashLedgerFiled;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.PictureTest;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A township files its cash ledger at the desk: what the paper says, and its scan. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@Clause("bachu-2022/第三十条(5)")
class FilingLedgerPageTest {

    private static final byte[] SCAN = PictureTest.marked(4_711);
    private static final Desk ELSEWHERE = new Desk("TOWNSHIP", "653130101");

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of(HOME);

    @BeforeEach
    void cashWasTaken() {
        county.begins("2023-10-10");
        county.insuresMedical(resident);
        registersACollector();
        TOWNSHIP.post("/cash-payers", payers(resident)).statusCode(201);
        String entry = takes(resident, 380, marks()).statusCode(201).extract().path("entryId");
        page(TOWNSHIP).body(containsString("现金尚未缴入"));
        VILLAGE.post(
                        "/cash-entries/" + entry + "/settlement",
                        Map.of("channel", "POS", "voucher", "S1", "amount", 38_000))
                .statusCode(201);
    }

    @Test
    void theTownshipSeesWhatIsOnRecordFilesWhatThePaperSaysAndReadsWhoFiledItWhen() {
        page(TOWNSHIP)
                .body(containsString("<dt>系统登记笔数</dt><dd>1</dd>"), containsString("<dd>380.00</dd>"))
                .body(not(containsString("现金尚未缴入")));
        files(TOWNSHIP, "1", "380.00", SCAN).statusCode(303);
        CashLedgerFiled filed = county.handed(CashLedgerFiled.class).get(0);
        assertEquals(TOWN, filed.township());
        assertEquals(1, filed.entries());
        assertEquals(Fen.ofYuan(380), filed.total());
        assertEquals(Scan.digest(SCAN), filed.digest());
        assertEquals("archive", filed.originalAt());
        for (Desk reader : List.of(TOWNSHIP, new Desk("TAX", "653130"))) {
            page(reader)
                    .body(containsString("<td class=\"nowrap\">2023-10-10</td><td>township-" + TOWN + "</td>"))
                    .body(containsString(filed.digest()), not(containsString("name=\"scan\"")));
        }
        files(TOWNSHIP, "1", "380.00", SCAN).statusCode(409).body(containsString("台账已报送"));
        page(ELSEWHERE).body(containsString("name=\"scan\""), not(containsString(filed.digest())));
        assertEquals(1, county.handed(CashLedgerFiled.class).size());
    }

    @Test
    void whatIsWrongIsRefusedAndTheFieldIsNamed() {
        files(TOWNSHIP, "2", "380.00", SCAN)
                .statusCode(422)
                .body(containsString("登记1笔，共380.00元"), containsString("笔数：与登记不符"));
        files(TOWNSHIP, "1", "380.01", SCAN).statusCode(422).body(containsString("合计：与登记不符"));
        files(TOWNSHIP, "", "380.00", SCAN).statusCode(400).body(containsString("笔数"));
        files(TOWNSHIP, "1", "", SCAN).statusCode(400).body(containsString("合计：必填"));
        files(TOWNSHIP, "1", "380.00", new byte[0]).statusCode(400).body(containsString("扫描件："));
        files(TOWNSHIP, "1", "380.00", new byte[CashResource.MOST_BYTES + 1])
                .statusCode(400)
                .body(containsString("扫描件：单个文件不得超过8 MB"));
        files(TOWNSHIP, "1", "380.00", new byte[] {1, 2, 3}).statusCode(422).body(containsString("台账扫描件可为PDF"));
        files(new Desk("TAX", "653130"), "1", "380.00", SCAN).statusCode(403);
        files(VILLAGE, "1", "380.00", SCAN).statusCode(403);
        assertEquals(List.of(), county.handed(CashLedgerFiled.class));
        TOWNSHIP.request()
                .cookie("language", "en")
                .get("/desk/cash/papers")
                .then()
                .body(containsString("File the ledger of this township"), not(containsString("报送")));
    }

    private static ValidatableResponse page(Desk desk) {
        return desk.get("/desk/cash/papers").statusCode(200);
    }

    private static ValidatableResponse files(Desk desk, String entries, String total, byte[] scan) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("multipart/form-data")
                .multiPart("entries", entries)
                .multiPart("total", total)
                .multiPart("originalAt", "archive")
                .multiPart("key", Uuid7.next().toString())
                .multiPart("scan", "ledger.png", scan, "image/png")
                .post("/desk/cash/papers")
                .then();
    }
}
