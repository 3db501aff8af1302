package cn.liangxian.world.actor;

import cn.liangxian.policy.DebitResult;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The files that a bank exchanges with tax: reads the batch request 3102 and writes the reply 2102, in GB18030. */
final class BankFile {
    /** Rows of one reply: with them it is well below the 16 MB that collection takes, see {@code deploy/rest}. */
    static final int MOST_ROWS = 50_000;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private BankFile() {}

    /** A line of the request. */
    record Line(int number, String agreementNo, long fen, String voucher) {}

    /**
     * A line of the reply.
     *
     * @param code the bank's own for the result
     * @param on when it was debited, or was to be; null while nothing is known
     */
    record Reply(Line line, String code, DebitResult result, LocalDate on) {
        boolean debited() {
            return result == DebitResult.OK;
        }
    }

    private static final List<String> HEAD = List.of(
            "TaxOrgCode",
            "EntrustDate",
            "PackNo",
            "ReturnTerm",
            "AllNum",
            "AllAmt",
            "HandleType",
            "PayeeBankNo",
            "PayeeAcct",
            "PayBkCode");
    private static final List<String> ROW = List.of(
            "TraNo",
            "PayOpBkCode",
            "PayAcct",
            "HandOrgName",
            "TraAmt",
            "TaxVouNo",
            "TaxPayName",
            "ProtocolNo",
            "ProjectId",
            "TaxTypeName",
            "TaxStartDate",
            "TaxEndDate",
            "TaxTypeAmt");

    /** @throws IllegalStateException when a field is missing, or counts and sums disagree */
    static List<Line> read(byte[] file) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> head = new HashMap<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals("BatchHead3102")) head = fields(xml, "the head", HEAD);
                else if (xml.getLocalName().equals("BatchRow3102"))
                    lines.add(line(fields(xml, "row " + (lines.size() + 1), ROW), lines.size() + 1));
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the debit file cannot be read", e);
        }
        mustBe(head.getOrDefault("AllNum", ""), Integer.toString(lines.size()), "AllNum of the head");
        mustBe(head.get("AllAmt"), yuan(lines.stream().mapToLong(Line::fen).sum()), "AllAmt of the head");
        return lines;
    }

    /** Those of the element and of what lies in it. */
    private static Map<String, String> fields(XMLStreamReader xml, String where, List<String> names)
            throws XMLStreamException {
        String element = xml.getLocalName();
        Map<String, String> fields = new HashMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals(element))
            if (xml.isStartElement() && names.contains(xml.getLocalName()))
                fields.put(xml.getLocalName(), xml.getElementText());
        for (String name : names)
            if (fields.getOrDefault(name, "").isBlank())
                throw new IllegalStateException(name + " of " + where + " of the debit file is missing");
        return fields;
    }

    private static Line line(Map<String, String> row, int number) {
        mustBe(row.get("TaxTypeAmt"), row.get("TraAmt"), "TaxTypeAmt of row " + number);
        return new Line(
                Integer.parseInt(row.get("TraNo")),
                row.get("ProtocolNo"),
                new BigDecimal(row.get("TraAmt")).movePointRight(2).longValueExact(),
                row.get("TaxVouNo"));
    }

    private static void mustBe(String said, String right, String what) {
        if (!said.equals(right))
            throw new IllegalStateException(what + " of the debit file says " + said + ", not " + right);
    }

    static byte[] write(String batchNo, LocalDate date, List<Reply> replies) {
        long total = 0;
        long debited = 0;
        int succeeded = 0;
        StringBuilder rows = new StringBuilder();
        for (Reply reply : replies) {
            total += reply.line().fen();
            if (reply.debited()) {
                succeeded++;
                debited += reply.line().fen();
            }
            rows.append("<BatchRow2102><OriTraNo>%08d</OriTraNo><TraAmt>%s</TraAmt><TaxVouNo>%s</TaxVouNo>"
                            .formatted(
                                    reply.line().number(),
                                    yuan(reply.line().fen()),
                                    reply.line().voucher()))
                    .append(
                            reply.on() == null
                                    ? ""
                                    : "<TaxDate>%s</TaxDate>"
                                            .formatted(reply.on().format(DateTimeFormatter.BASIC_ISO_DATE)))
                    .append("<Result>%s</Result><AddWord>%s</AddWord></BatchRow2102>"
                            .formatted(reply.code(), reply.result().zh()));
        }
        return ("<?xml version=\"1.0\" encoding=\"GB18030\"?><CFX><MSG><BatchHead2102><OriPackNo>%08d</OriPackNo>"
                        + "<OriEntrustDate>%s</OriEntrustDate><AllNum>%d</AllNum><AllAmt>%s</AllAmt><SuccNum>%d</SuccNum>"
                        + "<SuccAmt>%s</SuccAmt></BatchHead2102>%s</MSG></CFX>")
                .formatted(
                        Long.parseLong(batchNo),
                        date.format(DateTimeFormatter.BASIC_ISO_DATE),
                        replies.size(),
                        yuan(total),
                        succeeded,
                        yuan(debited),
                        rows)
                .getBytes(GB18030);
    }

    /** 2123: this line was not debited, and will not be. */
    static String stopped(Line line) {
        return "<Stop2123><OriStopNo>%s</OriStopNo><StopAnswer>T</StopAnswer></Stop2123>".formatted(line.voucher());
    }

    /** 2021: whether the money went back to the account. */
    static String reversed(Line line, boolean inTime) {
        return "<Cancel2021><OriCancelNo>%s</OriCancelNo><CancelAnswer>%s</CancelAnswer></Cancel2021>"
                .formatted(line.voucher(), inTime ? "T" : "N");
    }

    static byte[] messages(CharSequence messages) {
        return ("<?xml version=\"1.0\" encoding=\"GB18030\"?><CFX><MSG>" + messages + "</MSG></CFX>").getBytes(GB18030);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
