package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.TipsTerms;
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
            Form form = new Form(policy.debit().orElseThrow(), batch);
            head(xml, form);
            book.read(batch.batchNo(), line -> row(xml, form, line));
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("debit batch " + batch.batchNo() + " cannot be written", e);
        }
    }

    /** What all lines of a batch have in common. */
    private record Form(TipsTerms tips, String bank, DebitBatch batch, String from, String to) {
        Form(DebitTerms terms, DebitBatch batch) {
            this(
                    terms.tips(),
                    terms.bank(batch.bank()).orElseThrow().number(),
                    batch,
                    batch.feeYear() + "0101",
                    batch.feeYear() + "1231");
        }
    }

    private static void head(XMLStreamWriter xml, Form form) throws XMLStreamException {
        DebitBatch batch = form.batch();
        xml.writeStartElement("BatchHead3102");
        element(xml, "TaxOrgCode", form.tips().taxOffice());
        element(xml, "EntrustDate", batch.debitOn().format(DAY));
        element(xml, "PackNo", DebitLine.digits(batch.batchNo(), 8));
        element(
                xml,
                "ReturnTerm",
                Long.toString(batch.answerBy().toEpochDay() - batch.debitOn().toEpochDay()));
        element(xml, "AllNum", Integer.toString(batch.lines()));
        element(xml, "AllAmt", batch.total().yuan());
        element(xml, "HandleType", form.tips().handling().code());
        element(xml, "PayeeBankNo", form.tips().payeeBank());
        element(xml, "PayeeAcct", form.tips().payeeAccount());
        element(xml, "PayBkCode", form.bank());
        xml.writeEndElement();
    }

    private static void row(XMLStreamWriter xml, Form form, DebitLine line) {
        try {
            Account account = line.account();
            String amount = line.amount().yuan();
            xml.writeStartElement("BatchRow3102");
            element(xml, "TraNo", DebitLine.digits(line.lineNo(), 8));
            element(xml, "PayOpBkCode", account.openingBank() == null ? form.bank() : account.openingBank());
            element(xml, "PayAcct", account.number());
            element(xml, "HandOrgName", account.holder());
            element(xml, "TraAmt", amount);
            element(xml, "TaxVouNo", line.voucher());
            element(xml, "TaxPayName", line.payer());
            element(xml, "ProtocolNo", account.agreementNo());
            item(xml, form, form.tips().items().get(line.insurance()), amount);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("line " + line + " cannot be written", e);
        }
    }

    /** A line pays one insurance, so it has one of them. */
    private static void item(XMLStreamWriter xml, Form form, TipsTerms.Item item, String amount)
            throws XMLStreamException {
        xml.writeStartElement("TaxTypeList3102");
        element(xml, "ProjectId", item.project());
        element(xml, "TaxTypeName", item.name());
        element(xml, "TaxStartDate", form.from());
        element(xml, "TaxEndDate", form.to());
        element(xml, "TaxTypeAmt", amount);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
