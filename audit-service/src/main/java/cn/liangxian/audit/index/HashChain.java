package cn.liangxian.audit.index;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.messaging.RawEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The running SHA-256 over the events of one partition: {@code head = SHA-256(head || SHA-256(record))}, beginning with 32
 * zero bytes. Whoever changes, drops or adds an event changes every head after it.
 *
 * <p>A record is its envelope, place and payload, each field with its length before it, so that no byte can wander from
 * one field to the next. The time counts in microseconds, as the index keeps it.
 */
final class HashChain {

    private static final int BYTES = 32;
    private final MessageDigest record = sha256();
    private final MessageDigest link = sha256();
    private byte[] head;

    private HashChain(byte[] head) {
        this.head = head.clone();
    }

    static HashChain from(byte[] head) {
        return new HashChain(head);
    }

    static HashChain beginning() {
        return new HashChain(new byte[BYTES]);
    }

    void add(RawEvent event) {
        Envelope envelope = event.envelope();
        text(event.topic());
        number(event.partition());
        number(event.offset());
        text(envelope.id());
        text(envelope.source());
        text(envelope.subject());
        number(micros(envelope.time()));
        text(envelope.businessDate() == null ? null : envelope.businessDate().toString());
        text(envelope.correlation());
        text(envelope.causation());
        bytes(event.payload());
        link.update(head);
        head = link.digest(record.digest());
    }

    byte[] head() {
        return head.clone();
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    private void text(String value) {
        bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private void number(long value) {
        record.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private void bytes(byte[] value) {
        number(value == null ? -1 : value.length);
        if (value != null) {
            record.update(value);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
