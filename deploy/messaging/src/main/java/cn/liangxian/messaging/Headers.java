package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** The envelope as Kafka headers: CloudEvents 1.0 in binary mode. */
public final class Headers {

    private Headers() {}

    /** A time and how it is written: the lines of a bulk bear the same one, and to parse it costs more than the rest. */
    private record Stamp(Instant time, String text) {
        private static volatile Stamp last = new Stamp(Instant.EPOCH, Instant.EPOCH.toString());

        static Stamp of(Instant time) {
            Stamp known = last;
            if (!known.time.equals(time)) {
                known = new Stamp(time, time.toString());
                last = known;
            }
            return known;
        }

        static Stamp of(String text) {
            Stamp known = last;
            if (!known.text.equals(text)) {
                known = new Stamp(Instant.parse(text), text);
                last = known;
            }
            return known;
        }
    }

    /** The record that carries the envelope and the payload; its key is the subject. */
    public static ProducerRecord<String, byte[]> record(Envelope envelope, byte[] payload) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(envelope.type(), envelope.subject(), payload);
        put(record, Envelope.CE_SPEC_VERSION, Envelope.SPEC_VERSION);
        put(record, Envelope.CE_ID, envelope.id());
        put(record, Envelope.CE_SOURCE, envelope.source());
        put(record, Envelope.CE_TYPE, envelope.type());
        put(record, Envelope.CE_SUBJECT, envelope.subject());
        put(record, Envelope.CE_TIME, Stamp.of(envelope.time()).text());
        put(record, Envelope.CONTENT_TYPE, Envelope.JSON);
        put(record, Envelope.CE_CORRELATION, envelope.correlation());
        if (envelope.businessDate() != null) {
            put(record, Envelope.CE_BUSINESS_DATE, envelope.businessDate().toString());
        }
        if (envelope.causation() != null) {
            put(record, Envelope.CE_CAUSATION, envelope.causation());
        }
        return record;
    }

    /** Reads the envelope; a record without id, source or type is malformed. */
    public static Envelope read(ConsumerRecord<String, byte[]> record) {
        try {
            String date = text(record, Envelope.CE_BUSINESS_DATE);
            String time = text(record, Envelope.CE_TIME);
            String id = required(record, Envelope.CE_ID);
            String correlation = text(record, Envelope.CE_CORRELATION);
            return new Envelope(
                    id,
                    required(record, Envelope.CE_SOURCE),
                    required(record, Envelope.CE_TYPE),
                    record.key(),
                    time == null
                            ? Instant.ofEpochMilli(record.timestamp())
                            : Stamp.of(time).time(),
                    date == null ? null : LocalDate.parse(date),
                    correlation == null ? id : correlation,
                    text(record, Envelope.CE_CAUSATION));
        } catch (DateTimeParseException e) {
            throw new MalformedEvent("envelope has a malformed date: " + e.getParsedString());
        }
    }

    private static void put(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = text(record, name);
        if (value == null || value.isBlank()) {
            throw new MalformedEvent("envelope has no " + name);
        }
        return value;
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
