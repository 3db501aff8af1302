package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A bank's answer, the batch debit reply 2102 of 财税库银 (TIPS): counts and sums, and a row for each line that it says
 * something about. It may be about a part of the batch only.
 */
record AnswerFile(long batchNo, LocalDate debitOn, int count, Fen total, int succeeded, Fen debited, List<Row> rows) {

    /**
     * A line of the request, and what the bank calls what became of it.
     *
     * @param debitedOn TaxDate; null where the bank names none
     */
    record Row(int lineNo, Fen amount, String voucher, String code, LocalDate debitedOn) {}

    static final XMLInputFactory XML = factory();

    /** @throws Problem when it is no such file, a field is missing or no number, or an entity is declared in it */
    static AnswerFile read(byte[] file) {
        Map<String, String> head = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "BatchHead2102" -> head.putAll(fields(xml, "BatchHead2102"));
                        case "BatchRow2102" -> rows.add(row(fields(xml, "BatchRow2102"), rows.size() + 1));
                        default -> {}
                    }
                }
            }
            return new AnswerFile(
                    value(head, "OriPackNo", null, Long::valueOf),
                    value(head, "OriEntrustDate", null, AnswerFile::day),
                    value(head, "AllNum", null, Integer::valueOf),
                    value(head, "AllAmt", null, AnswerFile::fen),
                    value(head, "SuccNum", null, Integer::valueOf),
                    value(head, "SuccAmt", null, AnswerFile::fen),
                    rows);
        } catch (XMLStreamException e) {
            throw noXml(e);
        }
    }

    private static Row row(Map<String, String> fields, int number) {
        return new Row(
                value(fields, "OriTraNo", number, Integer::valueOf),
                value(fields, "TraAmt", number, AnswerFile::fen),
                field(fields, "TaxVouNo", number),
                field(fields, "Result", number),
                fields.getOrDefault("TaxDate", "").isEmpty()
                        ? null
                        : value(fields, "TaxDate", number, AnswerFile::day));
    }

    /** The field as a number or a day; {@code row} counts from 1 and is null for the head. */
    private static <T> T value(Map<String, String> fields, String name, Integer row, Function<String, T> reading) {
        String text = field(fields, name, row);
        try {
            return reading.apply(text);
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            throw unreadable(row, name, new Text("无法识别：" + text, "cannot be read: " + text));
        }
    }

    static String field(Map<String, String> fields, String name, Integer row) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw unreadable(row, name, Text.MISSING);
        }
        return value;
    }

    static Problem unreadable(Integer row, String field, Text why) {
        return new Problem(
                        DebitProblem.UNREADABLE,
                        new Text(
                                (row == null ? "" : "第" + row + "行：") + field + " " + why.zh(),
                                (row == null ? "" : "row " + row + ": ") + field + " " + why.en()))
                .at(row, field, why);
    }

    /** The parser says in its own words what is wrong; where it is can be said in Chinese too. */
    static Problem noXml(XMLStreamException e) {
        Location at = e.getLocation();
        String where = at == null ? "" : "：第" + at.getLineNumber() + "行第" + at.getColumnNumber() + "列";
        return new Problem(DebitProblem.UNREADABLE, new Text("XML格式错误" + where, e.getMessage()));
    }

    static Map<String, String> fields(XMLStreamReader xml, String element) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals(element)) {
            if (xml.isStartElement()) {
                fields.put(xml.getLocalName(), xml.getElementText().strip());
            }
        }
        return fields;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Fen fen(String yuan) {
        return Fen.of(new BigDecimal(yuan).movePointRight(2).longValueExact());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
