package cn.liangxian.collection.debit;

import cn.liangxian.collection.debit.AskingAgain.Ask;
import cn.liangxian.collection.debit.AskingAgain.Question;
import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a bank is asked beside its batches, as 财税库银 (TIPS) has it: to stop a line (1123) or to give back what it debited
 * (1021), each under the line's voucher, so that asking again is the same request.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(1)")
class RequestFile {

    private static final String ONE_ITEM = "0";
    private static final String REASON = "已通过其他渠道缴费";

    private final Policy policy;

    RequestFile(Policy policy) {
        this.policy = policy;
    }

    /** In GB18030; at most a page, so it is written to memory. */
    byte[] write(List<Question> questions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(new OutputStreamWriter(bytes, BatchFile.GB18030));
            xml.writeStartDocument(BatchFile.GB18030.name(), "1.0");
            xml.writeStartElement("CFX");
            xml.writeStartElement("MSG");
            for (Question question : questions) {
                request(xml, question);
            }
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("requests to a bank cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void request(XMLStreamWriter xml, Question question) throws XMLStreamException {
        boolean stop = question.ask() == Ask.STOP;
        xml.writeStartElement(stop ? "Stop1123" : "Cancel1021");
        element(xml, "TaxOrgCode", policy.debit().orElseThrow().tips().taxOffice());
        element(xml, "OriEntrustDate", question.debitOn().format(DateTimeFormatter.BASIC_ISO_DATE));
        element(xml, stop ? "StopNo" : "CancelNo", question.voucher());
        if (stop) {
            element(xml, "StopType", ONE_ITEM);
        }
        element(xml, "OriPackNo", "%08d".formatted(question.batchNo()));
        element(xml, "OriTraNo", "%08d".formatted(question.lineNo()));
        element(xml, stop ? "StopReason" : "CancelReason", REASON);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
