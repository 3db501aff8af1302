package cn.liangxian.audit.cashrisk;

import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.cashrisk.SelfCheck.Result;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What was pushed to the townships, and what they found. */
@ApplicationScoped
class Pushes {

    private static final String CHECK = "audit-self-check-reported";

    private static final String SELECT =
            """
            select p.push_id, p.township, p.pushed_on, c.reported_on, c.report_digest
            from suspect_push p left join self_check c using (push_id)
            """;

    private final Jdbi jdbi;
    private final Policy policy;

    Pushes(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /**
     * A push.
     *
     * @param until last day on which a self-check is on time, {@code untilAssumed} where no text gives it
     * @param reportedOn and {@code reportDigest} null while the township still checks itself
     */
    record Push(
            String pushId,
            String township,
            LocalDate pushedOn,
            LocalDate until,
            boolean untilAssumed,
            LocalDate reportedOn,
            String reportDigest) {}

    /** A suspect with what the township found; null while it still checks. */
    record Suspect(
            String suspectId,
            String screen,
            Breach breach,
            String village,
            Fen amount,
            List<String> evidence,
            Result result) {}

    /** At most {@code limit} after the id {@code beyond}, the oldest first. */
    List<Push> of(String area, String beyond, int limit) {
        return jdbi.withHandle(h -> h.createQuery(SELECT
                        + "where p.township like :area || '%' and p.push_id > :beyond order by p.push_id limit :limit")
                .bind("area", area)
                .bind("beyond", beyond)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    Optional<Push> find(String id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where p.push_id = ?")
                .bind(0, id)
                .map((row, context) -> read(row))
                .findOne());
    }

    private Push read(ResultSet row) throws SQLException {
        LocalDate pushed = row.getObject(3, LocalDate.class);
        Until until = Until.of(policy, CHECK, pushed);
        return new Push(
                row.getString(1),
                row.getString(2),
                pushed,
                until.day(),
                until.assumed(),
                row.getObject(4, LocalDate.class),
                row.getString(5));
    }

    Optional<String> townshipOf(String push) {
        return jdbi.withHandle(h -> h.createQuery("select township from suspect_push where push_id = ?")
                .bind(0, push)
                .mapTo(String.class)
                .findOne());
    }

    /** At most {@code limit}, after the id {@code after}. */
    List<Suspect> suspects(String push, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select s.suspect_id, s.screen, s.breach, s.village, s.amount, s.evidence, r.result
                        from cash_suspect s left join self_check_result r using (suspect_id)
                        where s.push_id = :push and s.suspect_id > :after order by s.suspect_id limit :limit""")
                .bind("push", push)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Suspect(
                        row.getString(1),
                        row.getString(2),
                        Breach.valueOf(row.getString(3)),
                        row.getString(4),
                        Fen.of(row.getLong(5)),
                        List.of((String[]) row.getArray(6).getArray()),
                        row.getString(7) == null ? null : Result.valueOf(row.getString(7))))
                .list());
    }
}
