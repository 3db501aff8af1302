package cn.liangxian.world.actor;

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
    private static final Charset GB18030 = Charset.forName("GB18030");

    private BankFile() {}

    /** A line of the request. */
    record Line(int number, String agreementNo, long fen, String voucher) {}

    /** A line of the reply. */
    record Reply(Line line, String code, boolean debited) {}

    static List<Line> read(byte[] file) {
        List<Line> lines = new ArrayList<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            Map<String, String> row = new HashMap<>();
            while (xml.hasNext()) {
                int what = xml.next();
                if (what == XMLStreamConstants.START_ELEMENT && isField(xml.getLocalName()))
                    row.put(xml.getLocalName(), xml.getElementText());
                else if (what == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("BatchRow3102")) lines.add(line(row));
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the debit file cannot be read", e);
        }
        return lines;
    }

    private static boolean isField(String name) {
        return List.of("TraNo", "TraAmt", "TaxVouNo", "ProtocolNo").contains(name);
    }

    private static Line line(Map<String, String> row) {
        return new Line(
                Integer.parseInt(row.get("TraNo")),
                row.get("ProtocolNo"),
                new BigDecimal(row.get("TraAmt")).movePointRight(2).longValueExact(),
                row.get("TaxVouNo"));
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
                    .append("<Result>%s</Result></BatchRow2102>".formatted(reply.code()));
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
