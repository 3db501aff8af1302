package cn.liangxian.collection.debit;

import static io.restassured.RestAssured.given;

import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A bank at the REST side of collection: signs agreements, fetches files, answers them. */
record Bank(String code, String ok, String insufficient, String unknown) {

    static final Bank RURAL_CREDIT = new Bank("RURAL_CREDIT", "90000", "24007", "94999");
    static final Bank POSTAL_SAVINGS = new Bank("POSTAL_SAVINGS", "0", "5", "47");
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern ROW =
            Pattern.compile("<TraNo>(\\d+)</TraNo>.*?<TraAmt>([\\d.]+)</TraAmt><TaxVouNo>(\\d+)</TaxVouNo>");

    /** A line of a file as the bank reads it. */
    record Line(int number, String amount, String voucher) {}

    Desk desk() {
        return new Desk("BANK", code);
    }

    ValidatableResponse signs(Resident resident, String agreementNo) {
        return desk().post("/agreements", agreement(resident, agreementNo));
    }

    Map<String, Object> agreement(Resident resident, String agreementNo) {
        Map<String, Object> signing = new LinkedHashMap<>();
        signing.put("bank", code);
        signing.put("agreementNo", agreementNo);
        signing.put("idNumber", resident.idNumber());
        signing.put("accountName", resident.name());
        signing.put("account", "6210980000000001234");
        return signing;
    }

    /** The number of the latest batch. */
    long latest() {
        return desk().get("/debit-batches").extract().jsonPath().getLong("[0].batchNo");
    }

    String file(long batchNo) {
        byte[] file = given().auth()
                .oauth2(TestRealm.token("BANK", code))
                .get("/debit-batches/" + batchNo + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(file, GB18030);
    }

    /** Line numbers and amounts, by the line's voucher. */
    Map<Integer, Line> lines(long batchNo) {
        return ROW.matcher(file(batchNo))
                .results()
                .map(Bank::line)
                .collect(Collectors.toMap(Line::number, line -> line, (a, b) -> a, LinkedHashMap::new));
    }

    private static Line line(MatchResult match) {
        return new Line(Integer.parseInt(match.group(1)), match.group(2), match.group(3));
    }

    /** An answer as it should be: a result code for each line that it speaks of. */
    String answer(long batchNo, String entrustDate, Map<Integer, String> results) {
        Map<Integer, Line> lines = lines(batchNo);
        StringBuilder rows = new StringBuilder();
        BigDecimal total = new BigDecimal("0.00");
        BigDecimal debited = new BigDecimal("0.00");
        int succeeded = 0;
        for (Map.Entry<Integer, String> result : results.entrySet()) {
            Line line = lines.get(result.getKey());
            BigDecimal amount = new BigDecimal(line.amount());
            total = total.add(amount);
            if (result.getValue().equals(ok)) {
                succeeded++;
                debited = debited.add(amount);
            }
            rows.append(row(line.number(), line.amount(), line.voucher(), entrustDate, result.getValue()));
        }
        return text(batchNo, entrustDate, results.size(), total.toString(), succeeded, debited.toString(), rows);
    }

    /** An answer that each of these lines was debited, on a day of its own. */
    String debited(long batchNo, String entrustDate, Map<Integer, LocalDate> days) {
        Map<Integer, Line> lines = lines(batchNo);
        StringBuilder rows = new StringBuilder();
        BigDecimal total = new BigDecimal("0.00");
        for (Map.Entry<Integer, LocalDate> day : days.entrySet()) {
            Line line = lines.get(day.getKey());
            total = total.add(new BigDecimal(line.amount()));
            rows.append(row(
                    line.number(), line.amount(), line.voucher(), day.getValue().toString(), ok));
        }
        return text(batchNo, entrustDate, days.size(), total.toString(), days.size(), total.toString(), rows);
    }

    static String row(int number, String amount, String voucher, String date, String result) {
        return ("<BatchRow2102><OriTraNo>%08d</OriTraNo><TraAmt>%s</TraAmt><TaxVouNo>%s</TaxVouNo><TaxDate>%s</TaxDate>"
                        + "<Result>%s</Result><AddWord>处理说明</AddWord></BatchRow2102>")
                .formatted(number, amount, voucher, date.replace("-", ""), result);
    }

    static String text(
            long batchNo, String date, int count, String total, int succeeded, String debited, CharSequence rows) {
        return ("<?xml version=\"1.0\" encoding=\"GB18030\"?><CFX><MSG><BatchHead2102><OriPackNo>%08d</OriPackNo>"
                        + "<OriEntrustDate>%s</OriEntrustDate><AllNum>%d</AllNum><AllAmt>%s</AllAmt><SuccNum>%d</SuccNum>"
                        + "<SuccAmt>%s</SuccAmt></BatchHead2102>%s</MSG></CFX>")
                .formatted(batchNo, date.replace("-", ""), count, total, succeeded, debited, rows);
    }

    /** What tax asks of it: {@code debit-stops} or {@code debit-reversals}. */
    String asked(String path) {
        byte[] file = given().auth()
                .oauth2(TestRealm.token("BANK", code))
                .get("/" + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(file, GB18030);
    }

    /** 2123: T when it stopped the line, N when it had debited it. */
    ValidatableResponse stops(long batchNo, int line, String answer) {
        return replies(
                "debit-stops",
                batchNo,
                line,
                "<Stop2123><OriStopNo>%s</OriStopNo><StopAnswer>%s</StopAnswer></Stop2123>",
                answer);
    }

    /** 2021: T when it gave the money back, N when it had handed it on. */
    ValidatableResponse reverses(long batchNo, int line, String answer) {
        return replies(
                "debit-reversals",
                batchNo,
                line,
                "<Cancel2021><OriCancelNo>%s</OriCancelNo><CancelAnswer>%s</CancelAnswer></Cancel2021>",
                answer);
    }

    private ValidatableResponse replies(String path, long batchNo, int line, String message, String answer) {
        String reply = message.formatted("%010d%08d".formatted(batchNo, line), answer);
        return given().auth()
                .oauth2(TestRealm.token("BANK", code))
                .contentType("application/xml")
                .header("Idempotency-Key", Uuid7.next().toString())
                .body(("<?xml version=\"1.0\" encoding=\"GB18030\"?><CFX><MSG>" + reply + "</MSG></CFX>")
                        .getBytes(GB18030))
                .post("/" + path)
                .then();
    }

    ValidatableResponse sends(long batchNo, String answer) {
        return given().auth()
                .oauth2(TestRealm.token("BANK", code))
                .contentType("application/xml")
                .header("Idempotency-Key", Uuid7.next().toString())
                .body(answer.getBytes(GB18030))
                .post("/debit-batches/" + batchNo + "/answers")
                .then();
    }
}
