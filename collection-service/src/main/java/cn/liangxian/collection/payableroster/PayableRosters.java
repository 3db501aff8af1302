package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.payableroster.RosterRows.Mark;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The payable rosters and their reviews. */
@ApplicationScoped
class PayableRosters {

    /** Key of the handoff in the policy: its deadline names the reviewers. */
    static final String HANDOFF = "collection-payable-roster-issued";

    private static final String SELECT =
            """
            select p.*, coalesce((select string_agg(v.department, ',' order by v.department)
                from payable_roster_review v where v.payable_roster_id = p.payable_roster_id), '') as reviewed
            from payable_roster p\s""";

    private final Jdbi jdbi;
    private final Policy policy;

    PayableRosters(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    void enter(UUID id, Mark mark, int lines, Fen total, String digest) {
        jdbi.useHandle(h -> h.execute(
                "insert into payable_roster values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                id,
                mark.township(),
                mark.feeYear(),
                mark.madeOn(),
                mark.lastRosterOrder(),
                mark.lastChangeNo(),
                lines,
                total.amount(),
                digest,
                PayableRosterState.LIFE.first().name()));
    }

    Optional<PayableRoster> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where p.payable_roster_id = ?")
                .bind(0, id)
                .map(this::read)
                .findOne());
    }

    /** Until the transaction ends nobody else reviews it. */
    Optional<PayableRoster> lock(UUID id) {
        jdbi.useHandle(h -> h.createQuery("select 1 from payable_roster where payable_roster_id = ? for update")
                .bind(0, id)
                .mapTo(Integer.class)
                .list());
        return find(id);
    }

    /** As it stands now. */
    PayableRoster again(PayableRoster roster) {
        return find(UUID.fromString(roster.payableRosterId())).orElseThrow();
    }

    Mark mark(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from payable_roster where payable_roster_id = ?")
                .bind(0, id)
                .map((row, context) -> new Mark(
                        row.getString("township"),
                        row.getInt("fee_year"),
                        row.getObject("made_on", LocalDate.class),
                        row.getInt("last_roster_order"),
                        row.getLong("last_change_no")))
                .one());
    }

    /** All of one township: few a year. */
    List<PayableRoster> of(String township) {
        return of(township, null, Integer.MAX_VALUE);
    }

    /** At most {@code limit}, the oldest first, after the roster {@code after}; null for the first. */
    List<PayableRoster> of(String area, UUID after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT
                                + """
                        where starts_with(p.township, :area)
                            and (cast(:after as uuid) is null or p.payable_roster_id > cast(:after as uuid))
                        order by p.payable_roster_id limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map(this::read)
                .list());
    }

    /** @return false when this person has reviewed it already, for whatever department */
    boolean review(PayableRoster roster, Department department, String by, LocalDate on) {
        return jdbi.withHandle(h -> h.execute(
                        "insert into payable_roster_review values (?, ?, ?, ?, ?) on conflict do nothing",
                        UUID.fromString(roster.payableRosterId()),
                        department.name(),
                        by,
                        roster.digest(),
                        on)
                == 1);
    }

    void issued(PayableRoster roster, PayableRosterState state, LocalDate on) {
        jdbi.useHandle(h -> h.execute(
                "update payable_roster set state = ?, issued_on = ? where payable_roster_id = ?",
                state.name(),
                on,
                UUID.fromString(roster.payableRosterId())));
    }

    /** None where the policy of the county sets no day. */
    private Until due() {
        return policy.deadline(HANDOFF)
                .filter(deadline -> deadline.trigger().isEmpty())
                .map(deadline -> new Until(deadline.rule().due(policy.anchors()), deadline.dueAssumed()))
                .orElse(Until.NONE);
    }

    private List<Department> awaited(PayableRosterState state, List<Department> reviewed) {
        return switch (state) {
            case IN_REVIEW ->
                policy.reviewers(HANDOFF).stream()
                        .filter(d -> !reviewed.contains(d))
                        .toList();
            case REFUSED -> List.of(Department.TAX);
            case ISSUED, CORRECTED -> List.of();
        };
    }

    private static LocalDate since(PayableRosterState state, ResultSet row) throws SQLException {
        return switch (state) {
            case IN_REVIEW -> row.getObject("made_on", LocalDate.class);
            case REFUSED -> row.getObject("refused_on", LocalDate.class);
            case ISSUED, CORRECTED -> null;
        };
    }

    private PayableRoster read(ResultSet row, StatementContext context) throws SQLException {
        PayableRosterState state = PayableRosterState.valueOf(row.getString("state"));
        String departments = row.getString("reviewed");
        List<Department> reviewed = departments.isEmpty()
                ? List.of()
                : Arrays.stream(departments.split(",")).map(Department::valueOf).toList();
        Until until = PayableRosterState.LIFE.isLast(state) ? Until.NONE : due();
        return new PayableRoster(
                row.getString("payable_roster_id"),
                row.getString("township"),
                row.getInt("fee_year"),
                row.getObject("made_on", LocalDate.class),
                row.getInt("lines"),
                Fen.of(row.getLong("total")),
                row.getString("digest"),
                state,
                reviewed,
                awaited(state, reviewed),
                since(state, row),
                until.day(),
                until.assumed(),
                row.getObject("issued_on", LocalDate.class),
                row.getString("refused_by") == null ? null : Department.valueOf(row.getString("refused_by")),
                row.getString("refused_because"),
                row.getString("corrects"));
    }
}
