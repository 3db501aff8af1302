package cn.liangxian.enrollment.specialgroup;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.EnrollmentHandoff.ImportRejected;
import cn.liangxian.enrollment.EnrollmentHandoff.SpecialGroupListed;
import cn.liangxian.enrollment.feed.ListFiles;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "civil-affairs")
@OidcSecurity(
        claims = {@Claim(key = "department", value = "CIVIL_AFFAIRS"), @Claim(key = "area", value = County.TOWNSHIP)})
class SpecialGroupListTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Inject
    County county;

    private String first;
    private String second;
    private UUID firstKey;

    @BeforeEach
    void twoResidents() {
        RestAssured.config =
                RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8"));
        county.openDay();
        first = County.newNumber(LocalDate.of(1950, 3, 4), true);
        second = County.newNumber(LocalDate.of(1971, 5, 6), false);
        firstKey = county.resident(first, "张三", VILLAGE);
        county.resident(second, "李四", VILLAGE);
    }

    @Test
    @Clause({"yicheng-2024/五(一)-d", "yicheng-2024/五(一)-e"})
    void aListWithoutErrorsIsAcceptedAndItsPeopleHaveTheStatus() {
        String listId = submit(csv(row("张三", first, "2023-01-01", ""), row("李四", second, "", "2024-06-30")), 2)
                .statusCode(200)
                .body("grade", equalTo("ACCEPTED"), "declared", equalTo(2), "received", equalTo(2))
                .body("accepted", equalTo(2), "errors", hasSize(0))
                .extract()
                .path("listId");
        assertEquals(
                1,
                county.count(
                        """
                        select count(*) from identity where person_key = ? and category = 'DIBAO'
                        and valid_from = '2023-01-01' and valid_until is null""",
                        firstKey));
        SpecialGroupListed listed = awaitListed(listId);
        assertEquals(Grade.ACCEPTED, listed.grade());
        assertEquals(2, listed.acceptedCount());
        assertEquals(64, listed.digest().length());
    }

    @Test
    void theSameListIsTakenInAllFormatsAndEncodings() {
        String text = "姓名,身份证号\n张三," + first + "\n李四," + second + "\n";
        for (Path file : List.of(
                ListFiles.text(text, StandardCharsets.UTF_8),
                ListFiles.text("\ufeff" + text, StandardCharsets.UTF_8),
                ListFiles.text(text, GB18030),
                ListFiles.text(
                        "[{\"姓名\":\"张三\",\"身份证号\":\"" + first + "\"},{\"姓名\":\"李四\",\"身份证号\":\"" + second + "\"}]",
                        StandardCharsets.UTF_8),
                ListFiles.workbook(
                        new String[] {"姓名", "身份证号"}, new String[] {"张三", first}, new String[] {"李四", second}))) {
            submit(file, 2).statusCode(200).body("grade", equalTo("ACCEPTED"));
        }
    }

    @Test
    @Clause("yicheng-2024/五(一)-f")
    void badRowsGoBackEachWithItsReasonAndGoodRowsAreApplied() {
        String wrong = first.substring(0, 17) + (first.charAt(17) == '1' ? '2' : '1');
        String stranger = County.newNumber(LocalDate.of(1960, 1, 1), true);
        Path file = csv(
                row("张三", first, "", ""),
                row("张三", wrong, "", ""),
                row("李四四", second, "", ""),
                row("王五", stranger, "", ""),
                row("张三", first, "", ""),
                row("李四", "1.10105E+17", "去年", ""),
                row("李四", "\"=\"\"" + second + "\"\"\"", "2023-05-01", "2023-04-01"));
        String listId = submit(file, 7)
                .statusCode(200)
                .body("grade", equalTo("ACCEPTED_WITH_ERRORS"), "received", equalTo(7), "accepted", equalTo(1))
                .body("errors.row", contains(3, 4, 5, 6, 7, 7, 8, 8))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "id-checksum",
                                "name-differs",
                                "unknown-person",
                                "duplicate-row",
                                "id-as-number",
                                "date-invalid",
                                "formula-cell",
                                "period-reversed"))
                .body("errors[3].message", equalTo("同一人员重复出现：与第2行重复"))
                .body("errors[3].messageEn", equalTo("the same person more than once, as in row 2"))
                .extract()
                .path("listId");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        6,
                        county.handedOver(ImportRejected.class).stream()
                                .filter(rejected -> rejected.listId().equals(listId))
                                .count()));
        ImportRejected differs = county.handedOver(ImportRejected.class).stream()
                .filter(rejected -> rejected.listId().equals(listId) && rejected.row() == 4)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("姓名：姓名与登记库不一致"), differs.reasons());
        assertEquals(List.of("姓名: the register has another name"), differs.reasonsEn());
    }

    @Test
    void anIdInANumericCellOrFromAFormulaIsRefusedByRow() {
        Path file = ListFiles.workbook(sheet -> {
            sheet.value(0, 0, "姓名");
            sheet.value(0, 1, "身份证号");
            sheet.value(1, 0, "张三");
            sheet.value(1, 1, Long.parseLong(first.substring(0, 17) + "0"));
            sheet.value(2, 0, "李四");
            sheet.formula(2, 1, "B2+1");
        });
        submit(file, 2)
                .statusCode(200)
                .body("grade", equalTo("ACCEPTED_WITH_ERRORS"), "accepted", equalTo(0))
                .body("errors.code", contains("id-as-number", "formula-cell"));
    }

    @Test
    void aListWithAnotherCountThanSealedIsNotApplied() {
        String listId = submit(csv(row("张三", first, "", "")), 2)
                .statusCode(200)
                .body("grade", equalTo("PARTIAL"), "accepted", equalTo(0), "reasonCode", equalTo("count-differs"))
                .extract()
                .path("listId");
        assertEquals(0, county.count("select count(*) from identity where person_key = ?", firstKey));
        assertEquals(Grade.PARTIAL, awaitListed(listId).grade());
    }

    @Test
    void aListThatCannotBeReadIsRejectedKeptAndReportedAndNothingIsApplied() {
        byte[] broken = ListFiles.utf8("姓名,身份证号\n张三," + first + "\n");
        broken[broken.length - 3] = (byte) 0xff;
        rejected(ListFiles.bytes(broken), "encoding-broken");
        rejected(ListFiles.text("名字,证号\n张三," + first + "\n", GB18030), "header-missing");
        rejected(ListFiles.bomb(30), "zip-bomb");
        String xxe = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + ListFiles.SHEET_BEGIN.substring(39);
        rejected(ListFiles.rawWorkbook(xxe + ListFiles.SHEET_END), "xml-forbidden");
        assertEquals(0, county.count("select count(*) from identity where person_key = ?", firstKey));
    }

    @Test
    @Clause("yicheng-2024/五(一)-d")
    void aListWithoutSealIsRejected() {
        send(csv(row("张三", first, "", "")), declaration("DIBAO", TOWNSHIP, 1, false, false), key())
                .statusCode(422)
                .body("code", equalTo("not-sealed"), "detail", equalTo("名单未盖章确认"))
                .body("detailEn", equalTo("the list is not sealed"));
    }

    @Test
    void aConfirmedZeroNeedsNoFile() {
        given().header("Idempotency-Key", key())
                .multiPart("declaration", declaration("ORPHAN", TOWNSHIP, 0, true, true), "application/json")
                .post("/special-groups")
                .then()
                .statusCode(200)
                .body("grade", equalTo("ACCEPTED"), "received", equalTo(0));
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndAnotherListUnderItIsRefused() {
        String key = key();
        Path file = csv(row("张三", first, "", ""));
        String declaration = declaration("TEKUN", TOWNSHIP, 1, true, false);
        String listId = send(file, declaration, key).statusCode(200).extract().path("listId");
        send(file, declaration, key).statusCode(200).body("listId", equalTo(listId));
        send(csv(row("李四", second, "", "")), declaration, key)
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void theSameListUnderAnotherKeyIsTheSameList() {
        Path file = csv(row("张三", first, "", ""));
        String declaration = declaration("TEKUN", TOWNSHIP, 1, true, false);
        String listId = send(file, declaration, key()).statusCode(200).extract().path("listId");
        send(file, declaration, key()).statusCode(200).body("listId", equalTo(listId));
        assertEquals(
                1, county.count("select count(*) from special_group_list where list_id = ?", UUID.fromString(listId)));
    }

    @Test
    void aListWithoutAKeyIsRefused() {
        given().multiPart("declaration", declaration("DIBAO", TOWNSHIP, 0, true, true), "application/json")
                .post("/special-groups")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void aDeclarationHasToBeComplete() {
        given().header("Idempotency-Key", key())
                .multiPart("declaration", declaration("DIBAO", "", 0, true, true), "application/json")
                .post("/special-groups")
                .then()
                .statusCode(400);
        send(csv(row("张三", first, "", "")), declaration("NO_SUCH", TOWNSHIP, 1, true, false), key())
                .statusCode(422)
                .body("code", equalTo("category-unknown"));
    }

    @Test
    void aRejectedListAnswersTheSameUnderTheSameKey() {
        String key = key();
        Path file = ListFiles.text("名字\n", StandardCharsets.UTF_8);
        String declaration = declaration("DIBAO", TOWNSHIP, 1, true, false);
        String listId = send(file, declaration, key).statusCode(422).extract().path("listId");
        send(file, declaration, key).statusCode(422).body("listId", equalTo(listId));
    }

    @Test
    void theCsvGoesBackInItsEncodingWithTheReasons() {
        Path file = ListFiles.text("姓名,身份证号,备注\n张三," + first + ",\n王五,123,\"甲,乙\"\n", GB18030);
        String listId = submit(file, 2).extract().path("listId");
        byte[] back = given().get("/special-groups/" + listId + "/errors")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String expected = "姓名,身份证号,备注,错误原因\r\n张三," + first + ",,\r\n王五,123,\"甲,乙\",身份证号：身份证号格式不正确\r\n";
        assertEquals(expected, new String(back, GB18030));
    }

    @Test
    void theWorkbookGoesBackWithTheReasonsBesideItsRows() throws IOException {
        Path file = ListFiles.workbook(
                new String[] {"低保名单"}, new String[] {"姓名", "身份证号"}, new String[] {"张三", first}, new String[] {"李四", "1"
                });
        String listId = submit(file, 2).extract().path("listId");
        byte[] back = given().get("/special-groups/" + listId + "/errors")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(back))) {
            var rows = workbook.getFirstSheet().read();
            assertEquals("错误原因", rows.get(1).getCellText(2));
            assertEquals(first, rows.get(2).getCellText(1));
            assertEquals("", rows.get(2).getCellText(2));
            assertEquals("身份证号：身份证号格式不正确", rows.get(3).getCellText(2));
        }
    }

    @Test
    void aFileThatCouldNotBeReadIsNotGivenBack() {
        String listId = submit(ListFiles.bomb(30), 1).statusCode(422).extract().path("listId");
        given().get("/special-groups/" + listId + "/errors")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-rows-to-return"))
                .body("detail", containsString("压缩文件解压后过大（"))
                .body("detailEn", containsString("the file unpacks to too much ("));
    }

    @Test
    void theFileIsKeptAsItArrived() throws IOException {
        Path file = csv(row("张三", first, "", ""));
        String listId = submit(file, 1).extract().path("listId");
        byte[] kept = county.jdbi()
                .withHandle(h -> h.createQuery("select content from special_group_file where list_id = ?")
                        .bind(0, UUID.fromString(listId))
                        .map((row, context) -> row.getBytes(1))
                        .one());
        assertArrayEquals(Files.readAllBytes(file), kept);
    }

    @Test
    void anErrorNeverQuotesAnIdNumber() {
        String body = submit(csv(row("李四四", second, "", ""), row("无", "99999919500101", "", "")), 2)
                .extract()
                .asString();
        assertTrue(!body.contains(second) && !body.contains("99999919500101"), body);
    }

    private void rejected(Path file, String code) {
        String listId = submit(file, 1)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo(code), "listId", notNullValue(), "title", equalTo("名单被退回"))
                .extract()
                .path("listId");
        given().get("/special-groups/" + listId)
                .then()
                .statusCode(200)
                .body("grade", equalTo("REJECTED"), "reasonCode", equalTo(code));
        assertEquals(Grade.REJECTED, awaitListed(listId).grade());
    }

    private SpecialGroupListed awaitListed(String listId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(SpecialGroupListed.class).stream()
                                .filter(listed -> listed.listId().equals(listId))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    private ValidatableResponse submit(Path file, int declared) {
        return send(file, declaration("DIBAO", TOWNSHIP, declared, true, false), key());
    }

    private static ValidatableResponse send(Path file, String declaration, String key) {
        RequestSpecification request = given().header("Idempotency-Key", key)
                .multiPart("file", file.toFile())
                .multiPart("declaration", declaration, "application/json");
        return request.post("/special-groups").then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    static String declaration(String category, String area, int count, boolean sealed, boolean zero) {
        return """
                {"category":"%s","area":"%s","listDate":"2023-09-20","declaredCount":%d,"signedBy":"负责人",
                 "sealed":%b,"carrier":"electronic","confirmedZero":%b}"""
                .formatted(category, area, count, sealed, zero);
    }

    private static String row(String name, String id, String from, String until) {
        return name + "," + id + "," + from + "," + until;
    }

    private static Path csv(String... rows) {
        return ListFiles.text("姓名,身份证号,开始日期,结束日期\n" + String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
    }
}
