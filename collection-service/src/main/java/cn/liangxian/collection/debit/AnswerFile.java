package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.Problem;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
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

/**
 * A bank's answer, the batch debit reply 2102 of 财税库银 (TIPS): counts and sums, and a row for each line that it says
 * something about. It may be about a part of the batch only.
 */
record AnswerFile(long batchNo, LocalDate debitOn, int count, Fen total, int succeeded, Fen debited, List<Row> rows) {

    /** A line of the request, and what the bank calls what became of it. */
    record Row(int lineNo, Fen amount, String voucher, String code) {}

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
                    Long.parseLong(field(head, "OriPackNo", null)),
                    LocalDate.parse(field(head, "OriEntrustDate", null), DateTimeFormatter.BASIC_ISO_DATE),
                    Integer.parseInt(field(head, "AllNum", null)),
                    fen(field(head, "AllAmt", null)),
                    Integer.parseInt(field(head, "SuccNum", null)),
                    fen(field(head, "SuccAmt", null)),
                    rows);
        } catch (XMLStreamException | ArithmeticException | NumberFormatException | DateTimeException e) {
            throw new Problem(DebitProblem.UNREADABLE, e.getMessage());
        }
    }

    private static Row row(Map<String, String> fields, int number) {
        try {
            return new Row(
                    Integer.parseInt(field(fields, "OriTraNo", number)),
                    fen(field(fields, "TraAmt", number)),
                    fields.getOrDefault("TaxVouNo", ""),
                    field(fields, "Result", number));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Problem(DebitProblem.UNREADABLE, "a number cannot be read").at(number, null, e.getMessage());
        }
    }

    static String field(Map<String, String> fields, String name, Integer row) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new Problem(DebitProblem.UNREADABLE, name + " is missing").at(row, name, "is missing");
        }
        return value;
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
