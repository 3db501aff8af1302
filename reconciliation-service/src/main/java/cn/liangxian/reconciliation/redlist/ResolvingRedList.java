package cn.liangxian.reconciliation.redlist;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListResolved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Takes people off the red list (销号) when the broken link is mended. The caller holds the turn. */
@ApplicationScoped
public class ResolvingRedList {

    static final String ENTITLED = "ENTITLED";
    static final String MONEY_RETURNED = "MONEY_RETURNED";

    private final Jdbi jdbi;
    private final Outbox outbox;

    ResolvingRedList(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** Those of the newly entitled who stood on the list. */
    @Transactional(TxType.MANDATORY)
    public void entitled(List<EntitlementRecorded> recorded) {
        List<RedListResolved> resolved = jdbi.withHandle(h -> h.createQuery(
                        """
                        update red_list r set how = :how, resolved_on = e.recorded
                        from unnest(:persons, :insurances, :years, cast(:days as date[]))
                            e (person_key, insurance, fee_year, recorded)
                        where (r.person_key, r.insurance, r.fee_year) = (e.person_key, e.insurance, e.fee_year)
                          and r.how is null
                        returning r.person_key, r.insurance, r.fee_year, r.how, r.resolved_on""")
                .bind("how", ENTITLED)
                .bind(
                        "persons",
                        recorded.stream().map(EntitlementRecorded::personKey).toArray(String[]::new))
                .bind(
                        "insurances",
                        recorded.stream().map(e -> e.insurance().name()).toArray(String[]::new))
                .bind(
                        "years",
                        recorded.stream().map(EntitlementRecorded::feeYear).toArray(Integer[]::new))
                .bind(
                        "days",
                        recorded.stream().map(e -> e.recordedOn().toString()).toArray(String[]::new))
                .map((row, context) -> resolved(row))
                .list());
        outbox.handOver(resolved);
    }

    /** Those whose money went back: they paid nothing any more. */
    void moneyReturned(LocalDate date) {
        List<RedListResolved> resolved = jdbi.withHandle(h -> h.createQuery(
                        """
                        update red_list r set how = :how, resolved_on = :on from claim c
                        where (c.person_key, c.insurance, c.fee_year) = (r.person_key, r.insurance, r.fee_year)
                          and r.how is null and c.paid <= 0
                        returning r.person_key, r.insurance, r.fee_year, r.how, r.resolved_on""")
                .bind("how", MONEY_RETURNED)
                .bind("on", date)
                .map((row, context) -> resolved(row))
                .list());
        outbox.handOver(resolved);
    }

    private static RedListResolved resolved(ResultSet row) throws SQLException {
        return new RedListResolved(
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                row.getString("how"),
                row.getObject("resolved_on", LocalDate.class));
    }
}
