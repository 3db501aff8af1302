package cn.liangxian.audit.webhook;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The subscriptions of the departments. */
@ApplicationScoped
class Webhooks {

    private static final String SELECT =
            """
            select w.*, d.waiting, d.given_up from webhook w cross join lateral (
                select count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'GIVEN_UP') as given_up
                from webhook_delivery where webhook_id = w.webhook_id and state <> 'DELIVERED') d""";

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final KeptSecrets secrets;

    Webhooks(Jdbi jdbi, BusinessDay day, KeptSecrets secrets) {
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.day = day;
    }

    /** The id of the new subscription; {@link Problem} when the department has the address already. */
    String subscribe(Department department, String url, List<String> topics, String secret, String by) {
        String id = Uuid7.next().toString();
        int entered = jdbi.withHandle(h -> h.createUpdate(
                        """
                        insert into webhook (webhook_id, department, url, topics, secret, created_by, created_on)
                        values (:id, :department, :url, :topics, :secret, :by, :on) on conflict do nothing""")
                .bind("id", id)
                .bind("department", department.name())
                .bind("url", url)
                .bindArray("topics", String.class, topics)
                .bind("secret", secrets.seal(secret))
                .bind("by", by)
                .bind("on", day.last().orElse(null))
                .execute());
        if (entered == 0) {
            throw new Problem(WebhookProblem.EXISTS, Text.value(url));
        }
        return id;
    }

    List<Webhook> of(Department department) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where department = ? order by w.webhook_id")
                .bind(0, department.name())
                .map((row, context) -> webhook(row))
                .list());
    }

    /** {@link Problem} 404 when the department has none of this id. */
    Webhook one(Department department, String id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where department = ? and w.webhook_id = ?")
                .bind(0, department.name())
                .bind(1, id)
                .map((row, context) -> webhook(row))
                .findOne()
                .orElseThrow(() -> new Problem(WebhookProblem.UNKNOWN, Text.value(id))));
    }

    void end(String id) {
        run(id, "delete from webhook where webhook_id = :id");
    }

    /** Sent again from the first that waits, at once. */
    void resume(String id) {
        run(
                id,
                """
                update webhook set disabled = false, failures = 0, failing_since = null, last_failure = null,
                    next_try = '-infinity' where webhook_id = :id""");
    }

    /** The secret of so far stays valid for a while, so that nothing is refused while the receiver changes it. */
    void rotate(String id, String secret, Instant formerUntil) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update webhook set former_secret = secret, former_until = :until, secret = :secret where webhook_id = :id")
                .bind("until", Timestamp.from(formerUntil))
                .bind("secret", secrets.seal(secret))
                .bind("id", id)
                .execute());
    }

    private void run(String id, String update) {
        jdbi.useHandle((Handle h) -> h.createUpdate(update).bind("id", id).execute());
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("failing_since");
        return new Webhook(
                row.getString("webhook_id"),
                Department.valueOf(row.getString("department")),
                row.getString("url"),
                List.of((String[]) row.getArray("topics").getArray()),
                row.getString("created_by"),
                row.getObject("created_on", LocalDate.class),
                row.getInt("failures"),
                since == null ? null : since.toInstant(),
                row.getString("last_failure"),
                row.getInt("waiting"),
                row.getInt("given_up"),
                row.getBoolean("disabled"));
    }
}
