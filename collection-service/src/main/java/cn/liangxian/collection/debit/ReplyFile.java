package cn.liangxian.collection.debit;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A bank's answers to what it was asked: 2123 to our 1123, 2021 to our 1021. T: it did, N: it was too late.
 *
 * @param done by batch, then by line
 */
record ReplyFile(Map<Long, Map<Integer, Boolean>> done) {

    private static final int BATCH_DIGITS = 10;
    private static final int VOUCHER_DIGITS = 18;

    static ReplyFile stops(byte[] file) {
        return read(file, "Stop2123", "OriStopNo", "StopAnswer");
    }

    static ReplyFile reversals(byte[] file) {
        return read(file, "Cancel2021", "OriCancelNo", "CancelAnswer");
    }

    private static ReplyFile read(byte[] file, String message, String number, String answer) {
        Map<Long, Map<Integer, Boolean>> done = new TreeMap<>();
        int row = 0;
        try {
            XMLStreamReader xml = AnswerFile.XML.createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(message)) {
                    row++;
                    Map<String, String> fields = AnswerFile.fields(xml, message);
                    String voucher = AnswerFile.field(fields, number, row);
                    if (!voucher.matches("\\d{" + VOUCHER_DIGITS + "}")) {
                        throw new Problem(DebitProblem.UNREADABLE, null)
                                .at(row, number, new Text("不是本系统的编号", "is none of our numbers"));
                    }
                    done.computeIfAbsent(Long.parseLong(voucher.substring(0, BATCH_DIGITS)), b -> new HashMap<>())
                            .put(Integer.parseInt(voucher.substring(BATCH_DIGITS)), yes(fields, answer, row));
                }
            }
        } catch (XMLStreamException e) {
            throw AnswerFile.noXml(e);
        }
        return new ReplyFile(done);
    }

    private static boolean yes(Map<String, String> fields, String answer, int row) {
        String said = AnswerFile.field(fields, answer, row);
        if (!said.equals("T") && !said.equals("N")) {
            throw new Problem(DebitProblem.UNREADABLE, null)
                    .at(row, answer, new Text("须为 T 或 N", "is neither T nor N"));
        }
        return said.equals("T");
    }
}
