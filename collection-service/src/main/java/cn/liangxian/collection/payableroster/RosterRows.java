package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.claim.Statuses;
import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Sex;
import cn.liangxian.policy.TierNotAllowedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The lines of payable rosters, read from a cursor. They are computed anew each time from facts that do not change (lines
 * of rosters accepted up to a mark, changes of status up to a mark, the day), so the same roster has the same lines.
 */
@ApplicationScoped
class RosterRows {

    private static final int FETCH = 2000;
    private final Jdbi jdbi;
    private final Policy policy;

    RosterRows(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** What fixes the lines of a payable roster. */
    record Mark(String township, int feeYear, LocalDate madeOn, int lastRosterOrder, long lastChangeNo) {}

    Mark markOf(String township, LocalDate today) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select (select coalesce(max(accepted_order), 0) from roster),
                            (select coalesce(max(change_no), 0) from identity_change)""")
                .map((row, context) -> new Mark(township, policy.feeYear(), today, row.getInt(1), row.getLong(2)))
                .one());
    }

    /** In an open transaction, since only there a cursor streams. */
    void read(Mark mark, Consumer<RosterRow> sink) {
        jdbi.useHandle(h -> {
            int[] number = {0};
            h.createQuery(
                            """
                            select c.village, c.name, c.id_number, c.insurance, c.birth, c.sex, c.statuses, c.roster_due,
                                (select string_agg(i.category || '/' || coalesce(to_char(i.valid_from, 'YYYY-MM-DD'), '')
                                    || '/' || coalesce(to_char(i.valid_until, 'YYYY-MM-DD'), ''), ',' order by i.change_no)
                                    from identity_change i
                                    where i.person_key = c.person_key and i.change_no <= :change) as changes
                            from claim c join roster r using (roster_no)
                            where c.township = :township and c.fee_year = :year and r.accepted_order <= :order
                            order by c.village, c.person_key, c.insurance""")
                    .bind("township", mark.township())
                    .bind("year", mark.feeYear())
                    .bind("order", mark.lastRosterOrder())
                    .bind("change", mark.lastChangeNo())
                    .setFetchSize(FETCH)
                    .map((row, context) -> row(row, ++number[0], mark.madeOn()))
                    .forEach(sink);
        });
    }

    private RosterRow row(ResultSet row, int number, LocalDate on) throws SQLException {
        Insurance insurance = Insurance.valueOf(row.getString("insurance"));
        Statuses statuses = Statuses.read(row.getString("statuses")).changedBy(Statuses.read(row.getString("changes")));
        PersonFacts facts = PersonFacts.resident(
                        row.getObject("birth", LocalDate.class), Sex.valueOf(row.getString("sex")))
                .with(statuses.identities());
        Assessment assessment = assess(insurance, facts, on, Fen.of(row.getLong("roster_due")));
        return new RosterRow(
                number,
                row.getString("village"),
                Masked.name(row.getString("name")),
                Masked.idNumber(row.getString("id_number")),
                insurance,
                assessment.due(),
                assessment.self(),
                assessment.proxy());
    }

    /** At the roster's tier; where the status behind it has ended, at the lowest that is still allowed. */
    private Assessment assess(Insurance insurance, PersonFacts facts, LocalDate on, Fen tier) {
        try {
            return policy.assess(insurance, facts, on, insurance == Insurance.PENSION ? tier : null);
        } catch (TierNotAllowedException e) {
            return policy.assess(insurance, facts, on, null);
        }
    }
}
