package cn.liangxian.audit.complaint;

import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.ComplaintHandoff.ComplaintReceived;
import cn.liangxian.audit.ComplaintHandoff.Way;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes a complaint of anybody. What the complainant says is sealed before it is written; the identity of a token, if there
 * is one, is not looked at (deploy/docs/adr/0009).
 */
@ApplicationScoped
@Clause({"bachu-2022/第四十四条(3)", "bachu-2022/第四十四条(4)"})
class TakingComplaint {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    TakingComplaint(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    private record Key(int number, byte[] encoded) {}

    /** The key under which complaints are sealed from now on. */
    @Transactional
    void use(byte[] publicKey, String by) {
        try {
            SealedComplaint.key(publicKey);
        } catch (IllegalArgumentException e) {
            throw new Problem(ComplaintProblem.KEY_UNUSABLE, null);
        }
        jdbi.useHandle(h -> h.createUpdate("insert into complaint_key (public_key, since, by_whom) values (?, ?, ?)")
                .bind(0, publicKey)
                .bind(1, day.today())
                .bind(2, by)
                .execute());
    }

    /** The id of the complaint; the same random {@code key} a second time gives the same. */
    @Transactional
    String take(String key, Way way, Breach breach, String township, String village, String words) {
        mustLieHere(township, village);
        byte[] request = sha256(key);
        Optional<String> taken =
                jdbi.withHandle(h -> h.createQuery("select complaint_id from complaint where request_key = ?")
                        .bind(0, request)
                        .mapTo(String.class)
                        .findOne());
        if (taken.isPresent()) {
            return taken.get();
        }
        String id = Uuid7.next().toString();
        LocalDate today = day.today();
        Optional<Key> sealing = words == null ? Optional.empty() : Optional.of(newestKey());
        byte[] sealed = sealing.map(k -> seal(k, words)).orElse(null);
        jdbi.useHandle(h -> h.createUpdate("insert into complaint values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, id)
                .bind(1, request)
                .bind(2, way.name())
                .bind(3, breach.name())
                .bind(4, township)
                .bind(5, village)
                .bind(6, today)
                .bind(7, sealing.map(Key::number).orElse(null))
                .bind(8, sealed)
                .execute());
        outbox.handOver(new ComplaintReceived(id, way, breach, township, village, today));
        return id;
    }

    private void mustLieHere(String township, String village) {
        boolean known = policy.jurisdiction().townships().stream()
                .anyMatch(t -> t.code().equals(township));
        if (!known || (village != null && !village.startsWith(township))) {
            throw new Problem(ComplaintProblem.AREA_UNKNOWN, null);
        }
    }

    private Key newestKey() {
        return jdbi.withHandle(
                        h -> h.createQuery("select number, public_key from complaint_key order by number desc limit 1")
                                .map((row, context) -> new Key(row.getInt(1), row.getBytes(2)))
                                .findOne())
                .orElseThrow(() -> new Problem(ComplaintProblem.NO_KEY, null));
    }

    private static byte[] seal(Key key, String words) {
        if (words.getBytes(StandardCharsets.UTF_8).length > SealedComplaint.LONGEST) {
            throw new Problem(
                    ComplaintProblem.TOO_LONG,
                    new Text("最多" + SealedComplaint.LONGEST + "字节", "at most " + SealedComplaint.LONGEST + " bytes"));
        }
        return SealedComplaint.seal(SealedComplaint.key(key.encoded()), words);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
