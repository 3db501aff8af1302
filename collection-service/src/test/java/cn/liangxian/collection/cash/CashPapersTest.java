package cn.liangxian.collection.cash;

import static cn.liangxian.collection.cash.VillageCash.HOME;
import static cn.liangxian.collection.cash.VillageCash.TOWNSHIP;
import static cn.liangxian.collection.cash.VillageCash.VILLAGE;
import static cn.liangxian.collection.cash.VillageCash.mark;
import static cn.liangxian.collection.cash.VillageCash.marks;
import static cn.liangxian.collection.cash.VillageCash.payers;
import static cn.liangxian.collection.cash.VillageCash.registersACollector;
import static cn.liangxian.collection.cash.VillageCash.takes;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CashHandoff.CashPaperSeen;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers of cash: who pays it, the marks that were taken of them, and every look at them. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class CashPapersTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk DISCIPLINE = new Desk("DISCIPLINE", "653130");
    private static final Desk ELSEWHERE = new Desk("TOWNSHIP", "653130101");

    @Inject
    County county;

    private final Resident first = Resident.ordinary().of(HOME);
    private final Resident second = Resident.ordinary().of(HOME);

    @BeforeEach
    void aCollectorIsRegistered() {
        county.begins("2023-10-10");
        county.insuresMedical(first, second);
        registersACollector();
    }

    @Test
    @Clause({"bachu-2022/第二十条(3)", "bachu-2022/第三十条(1)", "bachu-2022/第三十条(3)", "bachu-2022/第四十一条(1)"})
    void whoWatchesCashReadsWhoPaysItAndSeesEachMarkAndEveryLookIsKept() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        List<Map<String, Object>> marks = marks();
        String id = takes(first, 380, marks).extract().path("entryId");
        for (Desk reader : List.of(TAX, TOWNSHIP, DISCIPLINE, new Desk("AUDIT_BUREAU", "653130"))) {
            reader.get("/cash-payers")
                    .statusCode(200)
                    .body("personKey", containsInAnyOrder(first.key(), second.key()))
                    .body("maskedName[0]", equalTo("测***"))
                    .body("reason[0]", equalTo("无银行账户、无手机"))
                    .body("entries", containsInAnyOrder(1, 0));
        }
        String one = TAX.get("/cash-payers?limit=1").extract().path("[0].personKey");
        TAX.get("/cash-payers?after=" + one).body("size()", equalTo(1)).body("personKey[0]", not(equalTo(one)));
        ELSEWHERE.get("/cash-payers").body("size()", equalTo(0));
        VILLAGE.get("/cash-payers").statusCode(403);

        String mark = "/cash-entries/" + id + "/marks/PAYER/FINGERPRINT";
        TAX.get("/cash-papers/" + id + "/looks").body("size()", equalTo(0));
        byte[] shown = TAX.get(mark)
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        assertArrayEquals(Base64.getDecoder().decode((String) marks.get(1).get("image")), shown);
        TAX.get(mark).statusCode(200);
        DISCIPLINE
                .get("/desk/cash/papers/mark?entry=" + id + "&role=HEAD&kind=SIGNATURE")
                .statusCode(200);
        for (Desk stranger : List.of(VILLAGE, new Desk("FINANCE", "653130"))) {
            stranger.get(mark).statusCode(403);
            stranger.get("/cash-papers/" + id + "/looks").statusCode(403);
        }
        ELSEWHERE.get(mark).statusCode(404);
        ELSEWHERE.get("/cash-papers/" + id + "/looks").statusCode(404);
        ELSEWHERE.get("/cash-entries/" + id + "/marks").body("size()", equalTo(0));
        ELSEWHERE.get("/desk/cash/papers/entry?id=" + id).statusCode(404);
        // one a person and day, for the township that took the marks to read
        TOWNSHIP.get("/cash-papers/" + id + "/looks").body("department", containsInAnyOrder("TAX", "DISCIPLINE"));
        TOWNSHIP.get(mark).statusCode(200);
        List<CashPaperSeen> told = county.handed(CashPaperSeen.class);
        assertEquals(
                List.of("TAX " + first.key(), "DISCIPLINE " + first.key()),
                told.stream()
                        .map(look -> look.reader() + " " + look.personKey())
                        .toList());
        String digest = TOWNSHIP.get("/cash-entries/" + id + "/marks").extract().path("[0]");
        TOWNSHIP.get("/desk/cash/papers/entry?id=" + id)
                .statusCode(200)
                .body(
                        containsString(digest),
                        containsString("role=PAYER&amp;kind=FINGERPRINT\""),
                        containsString("纪检监察"),
                        not(containsString(first.key())));
        TOWNSHIP.get("/desk/cash/papers/mark?entry=" + id).statusCode(400);
        TAX.get("/desk/cash").body(containsString("/desk/cash/papers/entry?id=" + id));
    }

    @Test
    @Clause("bachu-2022/第三十条(3)")
    void aMarkThatIsNoPictureIsRefusedWhateverItBeginsWith() {
        TOWNSHIP.post("/cash-payers", payers(first));
        byte[] png = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1};
        for (byte[] bad : List.of(png, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), new byte[] {1})) {
            List<Map<String, Object>> marks = new ArrayList<>(marks().subList(0, 5));
            marks.add(mark("HEAD", "FINGERPRINT", Base64.getEncoder().encodeToString(bad)));
            takes(first, 380, marks).statusCode(422).body("code", equalTo("mark-not-an-image"));
        }
        takes(first, 380, marks()).statusCode(201);
    }
}
