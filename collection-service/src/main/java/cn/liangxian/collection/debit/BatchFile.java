package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A batch as the bank reads it: the batch debit request 3102 of 财税库银 (TIPS), XML in GB18030, streaming. */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(1)")
class BatchFile {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String TREASURY = "1";

    private final DebitBook book;
    private final Policy policy;

    BatchFile(DebitBook book, Policy policy) {
        this.book = book;
        this.policy = policy;
    }

    @Transactional
    void write(DebitBatch batch, OutputStream out) throws IOException {
        // not bare: the XML writer would ask of every character whether the encoding has it, and this one has all
        Writer text = new BufferedWriter(new OutputStreamWriter(out, GB18030));
        try {
            // that of the JDK: others know no GB18030 and would write every character as a number
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument(GB18030.name(), "1.0");
            xml.writeStartElement("CFX");
            xml.writeStartElement("MSG");
            head(xml, batch);
            book.read(batch.batchNo(), line -> row(xml, line));
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("debit batch " + batch.batchNo() + " cannot be written", e);
        }
    }

    private void head(XMLStreamWriter xml, DebitBatch batch) throws XMLStreamException {
        xml.writeStartElement("BatchHead3102");
        // the tax office of the county: its division code, as long as no code table is handed over
        element(xml, "TaxOrgCode", policy.jurisdiction().code() + "000000");
        element(xml, "EntrustDate", batch.debitOn().format(DAY));
        element(xml, "PackNo", "%08d".formatted(batch.batchNo()));
        element(
                xml,
                "ReturnTerm",
                Long.toString(batch.answerBy().toEpochDay() - batch.debitOn().toEpochDay()));
        element(xml, "AllNum", Integer.toString(batch.lines()));
        element(xml, "AllAmt", batch.total().yuan());
        element(xml, "HandleType", TREASURY);
        element(xml, "PayBkCode", batch.bank());
        xml.writeEndElement();
    }

    private static void row(XMLStreamWriter xml, DebitLine line) {
        try {
            xml.writeStartElement("BatchRow3102");
            element(xml, "TraNo", DebitLine.digits(line.lineNo(), 8));
            element(xml, "PayAcct", line.account());
            element(xml, "HandOrgName", line.accountName());
            element(xml, "TraAmt", line.amount().yuan());
            element(xml, "TaxVouNo", line.voucher());
            element(xml, "ProtocolNo", line.agreementNo());
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("line " + line + " cannot be written", e);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
