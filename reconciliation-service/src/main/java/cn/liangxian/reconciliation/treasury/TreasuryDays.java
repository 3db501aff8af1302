package cn.liangxian.reconciliation.treasury;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The treasury's reports of days as they were received. */
@ApplicationScoped
public class TreasuryDays {

    private final Jdbi jdbi;

    TreasuryDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The report of a day that stands, its latest version. */
    record Reported(
            LocalDate date,
            Insurance insurance,
            int version,
            String account,
            int rows,
            Fen total,
            LocalDate receivedOn,
            String digest) {}

    /** From the first to the last of the days. */
    List<Reported> between(LocalDate first, LocalDate last) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from current_treasury_day where day between ? and ? order by day, insurance")
                .bind(0, first)
                .bind(1, last)
                .map((row, context) -> new Reported(
                        row.getObject("day", LocalDate.class),
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("version"),
                        row.getString("account"),
                        row.getInt("rows"),
                        Fen.of(row.getLong("total")),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("digest")))
                .list());
    }

    /** 0 before the first report of the day. */
    int lastVersion(LocalDate day, Insurance insurance) {
        return jdbi.withHandle(
                h -> h.createQuery("select coalesce(max(version), 0) from treasury_day where day = ? and insurance = ?")
                        .bind(0, day)
                        .bind(1, insurance)
                        .mapTo(Integer.class)
                        .one());
    }

    /** The account that the treasury named last for the insurance; null before its first report. */
    public String account(Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select account from treasury_day where insurance = ? order by day desc, version desc limit 1")
                .bind(0, insurance)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }
}
