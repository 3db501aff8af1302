package cn.liangxian.rest;

import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Does the work of a request once. The key, the digest of the request and the answer are kept in the transaction of the
 * work; a repetition gets the same answer, the same key with another request is refused. A refused request keeps
 * nothing, so that it can be corrected and sent again under its key.
 */
@ApplicationScoped
public class Idempotency {

    private final Jdbi jdbi;
    private final Caller caller;
    private final InForce force;

    Idempotency(Jdbi jdbi, Caller caller, InForce force) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.force = force;
    }

    private record Kept(String digest, String answer) {}

    /**
     * Opens the transaction. {@code request} is what the key stands for: a record, or the digest of a file. Whatever is taken
     * on passes here, from programs and from the forms of the desks; so here it is refused while the policy is not in force.
     * What was done while it was is answered again all the same.
     */
    @Transactional
    public <T> T once(String operation, String key, Object request, Class<T> answerType, Supplier<T> work) {
        return onceOnAnyDate(operation, key, request, answerType, () -> {
            force.mustHold();
            return work.get();
        });
    }

    /**
     * For what only ends something that was begun in force - money on its way is booked or given back, who was asked answers,
     * a case is decided and closed - and for what brings a policy into force: the calendar, and the agreement to its text.
     */
    @Transactional
    public <T> T onceOnAnyDate(String operation, String key, Object request, Class<T> answerType, Supplier<T> work) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw new Problem(
                    AnyRequestProblem.IDEMPOTENCY_KEY_MISSING,
                    new Text("请在 Idempotency-Key 中提供1至200个字符", "send Idempotency-Key with 1 to 200 characters"));
        }
        String owner = caller.name();
        String digest = digest(request);
        int entered = jdbi.withHandle(h -> h.createUpdate(
                        """
                        insert into idempotency (operation, owner, key, digest) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .bind(0, operation)
                .bind(1, owner)
                .bind(2, key)
                .bind(3, digest)
                .execute());
        if (entered == 0) {
            return kept(operation, owner, key, digest, answerType);
        }
        T answer = work.get();
        String json = json(answer);
        jdbi.useHandle(
                h -> h.createUpdate("update idempotency set answer = ? where operation = ? and owner = ? and key = ?")
                        .bind(0, json)
                        .bind(1, operation)
                        .bind(2, owner)
                        .bind(3, key)
                        .execute());
        return answer;
    }

    private <T> T kept(String operation, String owner, String key, String digest, Class<T> answerType) {
        Kept kept = jdbi.withHandle(h -> h.createQuery(
                        "select digest, answer from idempotency where operation = ? and owner = ? and key = ?")
                .bind(0, operation)
                .bind(1, owner)
                .bind(2, key)
                .map((row, context) -> new Kept(row.getString(1), row.getString(2)))
                .one());
        if (!kept.digest().equals(digest)) {
            throw new Problem(AnyRequestProblem.IDEMPOTENCY_KEY_REUSED, Text.value(key));
        }
        try {
            return HandoffJson.MAPPER.readValue(kept.answer(), answerType);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept answer cannot be read", e);
        }
    }

    private static String digest(Object request) {
        try {
            byte[] text = json(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String json(Object value) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
