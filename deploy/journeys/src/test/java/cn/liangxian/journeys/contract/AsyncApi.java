package cn.liangxian.journeys.contract;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.journeys.contract.Contract.Declared;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The handoffs as an AsyncAPI 3.0 document: a channel per topic, a message per handoff, who sends and who receives it. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final ObjectNode document = JSON.createObjectNode();

    private AsyncApi() {}

    static ObjectNode of(Contract contract) {
        AsyncApi api = new AsyncApi();
        api.document.put("asyncapi", "3.0.0");
        api.document
                .putObject("info")
                .put("title", "Liangxian 两险: handoffs")
                .put("version", "1")
                .put("description", "Generated from the declarations; do not edit. Money is whole fen, dates are ISO.");
        api.document.put("defaultContentType", Envelope.JSON);
        ObjectNode channels = api.document.putObject("channels");
        ObjectNode operations = api.document.putObject("operations");
        ObjectNode components = api.document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (Declared handoff : contract.all()) {
            channels.set(handoff.topic(), channel(handoff));
            operations.set(handoff.service() + "-hands-over-" + handoff.name(), operation("send", handoff));
            handoff.readers()
                    .forEach(reader ->
                            operations.set(reader + "-receives-" + handoff.name(), operation("receive", handoff)));
            messages.set(handoff.name(), message(handoff));
        }
        components.putObject("schemas").set("Envelope", envelope());
        return api.document;
    }

    private static ObjectNode channel(Declared handoff) {
        ObjectNode channel = JSON.createObjectNode();
        channel.put("address", handoff.topic()).put("title", handoff.terms().zh());
        channel.putObject("messages").set(handoff.name(), reference("#/components/messages/" + handoff.name()));
        channel.putObject("bindings").putObject("kafka").put("topic", handoff.topic());
        return channel;
    }

    private static ObjectNode operation(String action, Declared handoff) {
        ObjectNode operation = JSON.createObjectNode();
        operation.put("action", action);
        operation.set("channel", reference("#/channels/" + handoff.topic()));
        operation.putArray("messages").add(reference("#/channels/" + handoff.topic() + "/messages/" + handoff.name()));
        return operation;
    }

    private static ObjectNode message(Declared handoff) {
        ObjectNode message = JSON.createObjectNode();
        message.put("name", handoff.topic())
                .put("title", handoff.terms().zh())
                .put(
                        "summary",
                        Contract.en(handoff.terms().from()) + " -> "
                                + Contract.en(handoff.terms().to()))
                .put("contentType", Envelope.JSON);
        message.set("headers", reference("#/components/schemas/Envelope"));
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=2020-12")
                .set("schema", reference("schemas/" + handoff.topic() + ".json"));
        message.putObject("correlationId").put("location", "$message.header#/" + Envelope.CE_CORRELATION);
        message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string");
        if (handoff.terms().clauses().length > 0) {
            List.of(handoff.terms().clauses()).forEach(message.putArray("x-clauses")::add);
        }
        return message;
    }

    /** CloudEvents 1.0 in binary mode with the extensions of the house. */
    private static ObjectNode envelope() {
        ObjectNode envelope = JSON.createObjectNode().put("type", "object");
        ObjectNode headers = envelope.putObject("properties");
        headers.putObject(Envelope.CE_SPEC_VERSION).put("const", Envelope.SPEC_VERSION);
        text(headers, Envelope.CE_ID, "unique with the source; a second delivery bears the same");
        text(headers, Envelope.CE_SOURCE, "the publishing service, /enrollment");
        text(headers, Envelope.CE_TYPE, "the topic");
        text(headers, Envelope.CE_SUBJECT, "what it is about; key of the record");
        text(headers, Envelope.CE_TIME, "wall clock of the publication, for operators")
                .put("format", "date-time");
        text(headers, Envelope.CE_BUSINESS_DATE, "opened business date; absent before the first")
                .put("format", "date");
        text(headers, Envelope.CE_CORRELATION, "id of the first event of the chain");
        text(headers, Envelope.CE_CAUSATION, "id of the event it follows from; absent at the start of a chain");
        headers.putObject(Envelope.CONTENT_TYPE).put("const", Envelope.JSON);
        List.of(
                        Envelope.CE_SPEC_VERSION,
                        Envelope.CE_ID,
                        Envelope.CE_SOURCE,
                        Envelope.CE_TYPE,
                        Envelope.CE_SUBJECT,
                        Envelope.CE_TIME,
                        Envelope.CE_CORRELATION,
                        Envelope.CONTENT_TYPE)
                .forEach(envelope.putArray("required")::add);
        return envelope;
    }

    private static ObjectNode text(ObjectNode headers, String name, String description) {
        return headers.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode reference(String target) {
        return JSON.createObjectNode().put("$ref", target);
    }
}
