package cn.liangxian.world.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.policy.DebitResult;
import cn.liangxian.world.actor.BankFile.Line;
import cn.liangxian.world.actor.BankFile.Reply;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the banks of the world read and write; the request is word for word one that collection writes. */
class BankFileTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Line LINE = new Line(1, "A1", 38_000, "000000000700000001");
    private static final String REQUEST =
            """
            <?xml version="1.0" encoding="GB18030"?><CFX><MSG><BatchHead3102><TaxOrgCode>653130000000</TaxOrgCode>\
            <EntrustDate>20230912</EntrustDate><PackNo>00000007</PackNo><ReturnTerm>1</ReturnTerm><AllNum>1</AllNum>\
            <AllAmt>380.00</AllAmt><HandleType>1</HandleType><PayeeBankNo>011999000018</PayeeBankNo>\
            <PayeeAcct>9990000000000000018</PayeeAcct><PayBkCode>402999000015</PayBkCode></BatchHead3102>\
            <BatchRow3102><TraNo>00000001</TraNo><PayOpBkCode>402999000023</PayOpBkCode>\
            <PayAcct>6210980000000001234</PayAcct><HandOrgName>测试母亲</HandOrgName><TraAmt>380.00</TraAmt>\
            <TaxVouNo>000000000700000001</TaxVouNo><TaxPayName>测试居民</TaxPayName><ProtocolNo>A1</ProtocolNo>\
            <TaxTypeList3102><ProjectId>10212</ProjectId><TaxTypeName>城乡居民基本医疗保险费</TaxTypeName>\
            <TaxStartDate>20240101</TaxStartDate><TaxEndDate>20241231</TaxEndDate><TaxTypeAmt>380.00</TaxTypeAmt>\
            </TaxTypeList3102></BatchRow3102></MSG></CFX>""";

    @Test
    void aRequestIsReadToItsSubRows() {
        assertEquals(List.of(LINE), BankFile.read(REQUEST.getBytes(GB18030)));
    }

    @ParameterizedTest
    @CsvSource({
        "<PayeeAcct>9990000000000000018</PayeeAcct>, '', PayeeAcct of the head of the debit file is missing",
        "<TaxPayName>测试居民</TaxPayName>, '', TaxPayName of row 1 of the debit file is missing",
        "<TaxEndDate>20241231, <TaxEndDate>, TaxEndDate of row 1 of the debit file is missing",
        "<TaxTypeAmt>380.00, <TaxTypeAmt>379.00, 'TaxTypeAmt of row 1 of the debit file says 379.00, not 380.00'",
        "<AllNum>1, <AllNum>2, 'AllNum of the head of the debit file says 2, not 1'",
    })
    void aFaultIsToldWithItsRowAndField(String right, String wrong, String told) {
        byte[] file = REQUEST.replace(right, wrong).getBytes(GB18030);
        assertEquals(
                told,
                assertThrows(IllegalStateException.class, () -> BankFile.read(file))
                        .getMessage());
    }

    @Test
    void aReplyOfTheMostRowsIsTakenByCollection() {
        Line longest = new Line(BankFile.MOST_ROWS, "A1", 99_999_999, "000000000700000001");
        Reply row = new Reply(longest, "90000", DebitResult.OK, LocalDate.of(2023, 9, 12));
        byte[] file = BankFile.write("7", row.on(), Collections.nCopies(BankFile.MOST_ROWS, row));
        assertTrue(file.length < 16 << 20, () -> file.length + " bytes");
    }

    @Test
    void aReplySaysWhenEachLineWasDebitedAndWhatBecameOfIt() {
        LocalDate day = LocalDate.of(2023, 9, 12);
        Reply debited = new Reply(LINE, "90000", DebitResult.OK, day);
        Reply unknown = new Reply(LINE, "94999", DebitResult.UNKNOWN, null);
        String file = new String(BankFile.write("7", day, List.of(debited, unknown)), GB18030);
        String row = "<BatchRow2102><OriTraNo>00000001</OriTraNo><TraAmt>380.00</TraAmt>"
                + "<TaxVouNo>000000000700000001</TaxVouNo>";
        assertTrue(
                file.contains(row + "<TaxDate>20230912</TaxDate><Result>90000</Result><AddWord>扣款成功</AddWord>"), file);
        assertTrue(file.contains(row + "<Result>94999</Result><AddWord>结果未知</AddWord>"), file);
        assertTrue(file.contains("<AllNum>2</AllNum><AllAmt>760.00</AllAmt><SuccNum>1</SuccNum>"), file);
    }
}
