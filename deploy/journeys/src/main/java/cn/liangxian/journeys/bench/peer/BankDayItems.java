package cn.liangxian.journeys.bench.peer;

import cn.liangxian.handoff.Uuid7;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;
import javax.xml.transform.Source;
import org.springframework.batch.item.ItemReader;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.database.ItemPreparedStatementSetter;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.item.file.builder.FlatFileItemWriterBuilder;
import org.springframework.batch.item.support.ClassifierCompositeItemWriter;
import org.springframework.batch.item.support.CompositeItemWriter;
import org.springframework.batch.item.xml.StaxEventItemReader;
import org.springframework.batch.item.xml.builder.StaxEventItemReaderBuilder;
import org.springframework.core.io.FileSystemResource;
import org.springframework.oxm.Unmarshaller;
import org.springframework.util.xml.StaxUtils;

/** What the steps of {@link SpringBatchBankDay} read and write. */
final class BankDayItems {

    private static final String DONE = "90000";
    private static final String CHANNEL = "BATCH_DEBIT";
    private static final Date ON = Date.valueOf(LocalDate.of(2023, 10, 16));

    private BankDayItems() {}

    record Line(int lineNo, String branch, String account, String name, long fen, String agreement, String payer) {}

    record Answer(int lineNo, long fen, String voucher, String code) {}

    static ItemReader<Line> lines(DataSource source, long batch) {
        return new JdbcCursorItemReaderBuilder<Line>()
                .name("lines")
                .dataSource(source)
                .saveState(false)
                .fetchSize(2_000)
                .sql("select line_no, opening_bank, account, account_name, amount, agreement_no, payer from peer_line"
                        + " where batch_no = " + batch + " order by line_no")
                .rowMapper((row, number) -> new Line(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7)))
                .build();
    }

    static ItemWriter<Line> request(long batch, Path file) {
        return new FlatFileItemWriterBuilder<Line>()
                .name("request")
                .resource(new FileSystemResource(file))
                .encoding("GB18030")
                .saveState(false)
                .headerCallback(out -> out.write("<?xml version=\"1.0\" encoding=\"GB18030\"?><CFX><MSG>"))
                .footerCallback(out -> out.write("</MSG></CFX>"))
                .lineAggregator(line -> "<BatchRow3102><TraNo>" + digits(line.lineNo(), 8) + "</TraNo><PayOpBkCode>"
                        + line.branch() + "</PayOpBkCode><PayAcct>" + line.account() + "</PayAcct><HandOrgName>"
                        + line.name() + "</HandOrgName><TraAmt>"
                        + BigDecimal.valueOf(line.fen(), 2) + "</TraAmt><TaxVouNo>" + digits(batch, 10)
                        + digits(line.lineNo(), 8) + "</TaxVouNo><TaxPayName>" + line.payer()
                        + "</TaxPayName><ProtocolNo>"
                        + line.agreement() + "</ProtocolNo><TaxTypeList3102><ProjectId>10212</ProjectId><TaxTypeName>"
                        + "城乡居民基本医疗保险费</TaxTypeName><TaxStartDate>20240101</TaxStartDate><TaxEndDate>20241231"
                        + "</TaxEndDate><TaxTypeAmt>" + BigDecimal.valueOf(line.fen(), 2)
                        + "</TaxTypeAmt></TaxTypeList3102></BatchRow3102>")
                .build();
    }

    static ItemReader<Answer> answer(Path file) {
        StaxEventItemReader<Answer> reader = new StaxEventItemReaderBuilder<Answer>()
                .name("answer")
                .resource(new FileSystemResource(file))
                .encoding("GB18030")
                .saveState(false)
                .addFragmentRootElements("BatchRow2102")
                .unmarshaller(new Rows())
                .build();
        return reader;
    }

    /** What JAXB would do, by hand: faster. */
    private static final class Rows implements Unmarshaller {
        @Override
        public boolean supports(Class<?> type) {
            return true;
        }

        @Override
        public Object unmarshal(Source source) {
            try {
                XMLEventReader events = StaxUtils.getXMLEventReader(source);
                int line = 0;
                long fen = 0;
                String voucher = null;
                String code = null;
                while (events.hasNext()) {
                    XMLEvent event = events.nextEvent();
                    if (!event.isStartElement()) {
                        continue;
                    }
                    switch (event.asStartElement().getName().getLocalPart()) {
                        case "OriTraNo" -> line = Integer.parseInt(events.getElementText());
                        case "TraAmt" ->
                            fen = new BigDecimal(events.getElementText())
                                    .movePointRight(2)
                                    .longValueExact();
                        case "TaxVouNo" -> voucher = events.getElementText();
                        case "Result" -> code = events.getElementText();
                        default -> {}
                    }
                }
                return new Answer(line, fen, voucher, code);
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static ItemWriter<Answer> books(DataSource source, long batch) {
        String line = "batch_no = " + batch + " and line_no = ?";
        ItemWriter<Answer> state = statement(
                source,
                "update peer_line set state = ?, result = ?, bank_code = ?, answered_on = ? where " + line,
                (answer, row) -> {
                    boolean paid = answer.code().equals(DONE);
                    row.setString(1, paid ? "PAID" : "FAILED");
                    row.setString(2, paid ? "OK" : "INSUFFICIENT");
                    row.setString(3, answer.code());
                    row.setDate(4, ON);
                    row.setInt(5, answer.lineNo());
                });
        Map<String, UUID> payments = new LinkedHashMap<>();
        ItemWriter<Answer> payment = statement(
                source,
                "insert into peer_payment select ?, claim_no, person_key, ?, '" + CHANNEL
                        + "', ?, cast(? as date) from peer_line join peer_claim using (claim_no) where " + line,
                (answer, row) -> {
                    UUID id = Uuid7.next();
                    payments.put(answer.voucher(), id);
                    row.setObject(1, id);
                    row.setLong(2, answer.fen());
                    row.setString(3, answer.voucher());
                    row.setDate(4, ON);
                    row.setInt(5, answer.lineNo());
                });
        ItemWriter<Answer> claim = statement(
                source,
                "update peer_claim c set state = 'PAID', paid_self = c.paid_self + ? from peer_line where " + line
                        + " and c.claim_no = peer_line.claim_no",
                (answer, row) -> {
                    row.setLong(1, answer.fen());
                    row.setInt(2, answer.lineNo());
                });
        ItemWriter<Answer> event = statement(
                source, "insert into peer_outbox (id, topic, subject, payload) values (?, ?, ?, ?)", (answer, row) -> {
                    UUID id = payments.remove(answer.voucher());
                    row.setObject(1, id);
                    row.setString(2, "contribution-paid");
                    row.setString(3, answer.voucher());
                    row.setString(
                            4,
                            "{\"paymentId\":\"" + id + "\",\"amount\":" + answer.fen() + ",\"channel\":\"" + CHANNEL
                                    + "\",\"voucher\":\"" + answer.voucher() + "\",\"paidOn\":\"" + ON + "\"}");
                });
        CompositeItemWriter<Answer> paid = new CompositeItemWriter<>(List.of(state, payment, claim, event));
        ClassifierCompositeItemWriter<Answer> either = new ClassifierCompositeItemWriter<>();
        either.setClassifier(answer -> answer.code().equals(DONE) ? paid : state);
        return either;
    }

    private static ItemWriter<Answer> statement(
            DataSource source, String sql, ItemPreparedStatementSetter<Answer> setter) {
        var writer = new JdbcBatchItemWriterBuilder<Answer>()
                .dataSource(source)
                .sql(sql)
                .itemPreparedStatementSetter(setter)
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    private static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
