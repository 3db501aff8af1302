package cn.liangxian.collection.receipt;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.refund.Refunds;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@Clause("yicheng-2024/五(四)-e")
class ReceiptTest {

    @Inject
    County county;

    private final Resident resident = Resident.ordinary();
    private String medical;
    private String pension;

    @BeforeEach
    void aResidentPaidBothInsurances() {
        county.begins("2023-10-21");
        county.insuresMedical(resident);
        county.insuresPension(350, resident);
        medical = CHANNEL.paysMedical(resident, 380).extract().path("paymentId");
        pension = CHANNEL.paysPension(resident, 500L, 500).extract().path("paymentId");
    }

    @Test
    void eachPaymentHasItsVoucherAndThePersonOneCertificateOfTheYearWithNumbersInARow() {
        voucher(medical).statusCode(200).body("number", equalTo("370404-2024-00000001"));
        voucher(pension)
                .body("number", equalTo("370404-2024-00000002"))
                .body("kind", equalTo("VOUCHER"))
                .body("total", equalTo(50000))
                .body("lines.voucher.size()", equalTo(1));
        certificate()
                .body("number", equalTo("370404-2024-00000003"))
                .body("kind", equalTo("CERTIFICATE"))
                .body("total", equalTo(88000))
                .body("lines.insurance", equalTo(List.of("MEDICAL", "PENSION")));
        county.opens("2023-10-22");
        voucher(medical).body("number", equalTo("370404-2024-00000001")).body("issuedOn", equalTo("2023-10-21"));
        certificate().body("number", equalTo("370404-2024-00000003"));
    }

    @Test
    void aRefusedRequestLeavesNoGapAndManyAtOnceLeaveNone() throws Exception {
        Resident stranger = Resident.ordinary();
        county.insuresMedical(stranger);
        receipt(stranger, medical).statusCode(404).body("code", equalTo("nothing-paid"));
        Resident[] payers = Stream.generate(Resident::ordinary).limit(12).toArray(Resident[]::new);
        county.insuresMedical(payers);
        var pool = Executors.newFixedThreadPool(6);
        try {
            pool.invokeAll(Stream.of(payers)
                    .<Callable<Object>>map(payer -> () -> {
                        String payment =
                                CHANNEL.paysMedical(payer, 380).extract().path("paymentId");
                        receipt(payer, payment).statusCode(200);
                        return receipt(payer, payment).statusCode(200);
                    })
                    .toList());
        } finally {
            pool.shutdown();
        }
        assertEquals(12, county.count("select count(*) from receipt"));
        assertEquals(12, county.count("select max(serial) from receipt"));
    }

    @Test
    void anybodyWhoHoldsNumberAndCodeSeesMaskedWhetherItIsOursAndWithoutTheCodeNothing() {
        var issued = voucher(medical).extract().jsonPath();
        String path = "/verification/" + issued.getString("number") + "/";
        given().get(path + issued.getString("checkCode"))
                .then()
                .statusCode(200)
                .body("state", equalTo("VALID"))
                .body("total", equalTo(38000))
                .body("maskedName", equalTo("测***"))
                .body("maskedIdNumber", not(containsString(resident.idNumber())));
        given().get(path + "AAAAAAAA").then().statusCode(404).body("code", equalTo("receipt-not-confirmed"));
        given().get("/verification/370404-2024-00000009/" + issued.getString("checkCode"))
                .then()
                .statusCode(404);
        given().get("/receipts").then().statusCode(401);
    }

    @Test
    void theDocumentSaysWhereItIsVerifiedAndATelephoneReadsThere() throws Exception {
        var issued = voucher(medical).extract().jsonPath();
        String path = "/verification?number=" + issued.getString("number") + "&code=" + issued.getString("checkCode");
        byte[] pdf = pdf("/receipts", medical);
        assertTrue(text(pdf).replaceAll("\\s", "").contains("http://localhost:8082" + path), text(pdf));
        assertEquals("http://localhost:8082" + path, SquareCodes.read(pdf));
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("核验通过"), containsString("Confirmed"), containsString("380.00"))
                .body(containsString("测***"), not(containsString(resident.idNumber())));
        given().accept("text/html")
                .get("/verification")
                .then()
                .statusCode(200)
                .body(containsString("name=\"number\""), not(containsString("核验通过")), not(containsString("不符")));
        given().accept("text/html")
                .queryParam("number", " " + issued.getString("number"))
                .queryParam("code", issued.getString("checkCode").toLowerCase(Locale.ROOT))
                .get("/verification")
                .then()
                .statusCode(200)
                .body(containsString("payment voucher"));
        given().accept("text/html")
                .queryParam("number", issued.getString("number"))
                .queryParam("code", "AAAAAAAA")
                .get("/verification")
                .then()
                .statusCode(404)
                .body(containsString("无法确认"), containsString("Not confirmed"), not(containsString("测***")));
    }

    @Test
    void theReceiptOfARefundedPaymentShowsAsVoidAndTheCertificateWhatRemains() throws IOException {
        var issued = voucher(medical).extract().jsonPath();
        TAX.post(
                        "/refunds",
                        Map.of(
                                "paymentId",
                                medical,
                                "reason",
                                "INSURED_ELSEWHERE",
                                "documents",
                                List.of(Map.of("name", "外地参保证明", "digest", "d".repeat(64), "original", true))))
                .statusCode(201);
        Refunds.all(new Desk("TAX", "370404001"));
        given().get("/verification/" + issued.getString("number") + "/" + issued.getString("checkCode"))
                .then()
                .body("state", equalTo("VOID"))
                .body("total", equalTo(0));
        voucher(medical).body("number", equalTo(issued.getString("number"))).body("state", equalTo("VOID"));
        certificate().body("state", equalTo("PARTLY_REFUNDED")).body("total", equalTo(50000));
        assertTrue(text(pdf("/receipts", medical)).contains("已退费作废"));
    }

    @Test
    void theDocumentsArePdfsInWhichEverythingCanBeReadWithTheirOwnFont() throws IOException {
        Resident sixtyFive = Resident.born("1958-06-01");
        county.insuresMedical(sixtyFive);
        String half = CHANNEL.paysMedical(sixtyFive, 190).extract().path("paymentId");
        county.hands(new ProxyPaid(
                "p-1",
                "application-1",
                sixtyFive.key(),
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(190),
                "DISTRICT_FINANCE",
                "yicheng-2024/四(一)医疗-5",
                LocalDate.of(2023, 10, 21)));
        byte[] voucher = pdf("/receipts", pension);
        String text = text(voucher);
        Files.write(Path.of("target/voucher.pdf"), voucher);
        for (String part : List.of("缴费凭证", "测试居民", "居民基本养老保险", "500.00", "伍佰元整", "微信", "370404-2024-00000001", "峄城区")) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertFalse(text.contains(resident.idNumber()));
        byte[] certificate = pdfOf("/certificates", Map.of("idNumber", sixtyFive.idNumber()));
        assertTrue(text(certificate).contains("代缴"), text(certificate));
        assertTrue(text(certificate).contains("叁佰捌拾元整"), text(certificate));
        assertTrue(new String(voucher, java.nio.charset.StandardCharsets.ISO_8859_1).contains("NotoSansSC"));
        assertTrue(voucher.length < 200_000, "only the characters used are embedded: " + voucher.length);
        Files.write(Path.of("target/certificate.pdf"), certificate);
        CHANNEL.post("/payments/query", Map.of("idNumber", sixtyFive.idNumber()))
                .statusCode(200)
                .body("[0].payments.payer", equalTo(List.of(Payer.SELF.name(), Payer.PROXY.name())))
                .body("[0].payments[0].paymentId", equalTo(half));
    }

    @Test
    void whoAsksForAnotherAreaFindsNothing() {
        Desk elsewhere = new Desk("TAX", "653130");
        elsewhere
                .post("/receipts", Map.of("idNumber", resident.idNumber(), "paymentId", medical))
                .statusCode(404);
        elsewhere
                .post("/payments/query", Map.of("idNumber", resident.idNumber()))
                .statusCode(404);
        new Desk("FINANCE", "370404")
                .post("/payments/query", Map.of("idNumber", resident.idNumber()))
                .statusCode(403);
        new Desk("SCHOOL", "370404")
                .post("/certificates", Map.of("idNumber", resident.idNumber()))
                .statusCode(403);
    }

    @Test
    void thePageNamesWhomItWasAskedForByKeyAndNeverSendsTheIdNumberBack() throws IOException {
        String page = typed(TAX, "", Map.of("idNumber", resident.idNumber()))
                .statusCode(200)
                .body(containsString("value=\"" + medical + "\""), not(containsString(resident.idNumber())))
                .extract()
                .asString();
        assertTrue(page.contains("name=\"person\" value=\"" + resident.key() + "\""), page);
        byte[] voucher = typed(TAX, "/voucher", Map.of("person", resident.key(), "payment", medical))
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertTrue(text(voucher).contains("370404-2024-00000001"));
        byte[] certificate = typed(TAX, "/certificate", Map.of("person", resident.key()))
                .statusCode(200)
                .extract()
                .asByteArray();
        assertTrue(text(certificate).contains("缴费证明"));
        Resident other = Resident.ordinary();
        county.insuresMedical(other);
        typed(TAX, "/voucher", Map.of("person", other.key(), "payment", medical))
                .statusCode(404);
        typed(TAX, "/voucher", Map.of("person", resident.key())).statusCode(400);
        typed(TAX, "/certificate", Map.of()).statusCode(400);
        Desk elsewhere = new Desk("TOWNSHIP", "653130100");
        typed(elsewhere, "/voucher", Map.of("person", resident.key(), "payment", medical))
                .statusCode(404);
        typed(elsewhere, "/certificate", Map.of("person", resident.key())).statusCode(404);
        typed(new Desk("FINANCE", "370404"), "/certificate", Map.of("person", resident.key()))
                .statusCode(403);
    }

    private static ValidatableResponse typed(Desk desk, String path, Map<String, String> form) {
        return desk.request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/desk/receipts" + path)
                .then();
    }

    private ValidatableResponse voucher(String payment) {
        return receipt(resident, payment);
    }

    private static ValidatableResponse receipt(Resident payer, String payment) {
        return CHANNEL.post("/receipts", Map.of("idNumber", payer.idNumber(), "paymentId", payment));
    }

    private ValidatableResponse certificate() {
        return CHANNEL.post("/certificates", Map.of("idNumber", resident.idNumber()));
    }

    private byte[] pdf(String path, String payment) {
        return pdfOf(path, Map.of("idNumber", resident.idNumber(), "paymentId", payment));
    }

    private static byte[] pdfOf(String path, Map<String, Object> body) {
        return CHANNEL.request()
                .accept("application/pdf")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }
}
