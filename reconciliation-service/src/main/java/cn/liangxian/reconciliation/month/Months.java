package cn.liangxian.reconciliation.month;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.reconciliation.ReconciliationHandoff.AgencyReportFiled;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeReason;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The months in the database. */
@ApplicationScoped
class Months {

    private final Jdbi jdbi;

    Months(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What stands for a month: collected by tax, in the days and in the statement of the treasury, booked by the agency. */
    record Month(
            String month,
            Insurance insurance,
            int version,
            String account,
            Fen collected,
            Fen statement,
            Fen inDays,
            Fen beyondDays,
            LocalDate issuedOn,
            Fen income,
            LocalDate filedOn) {}

    /** Of the days of a month, as it stands now. */
    record Days(Fen collected, Fen treasury) {}

    Days days(YearMonth month, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select (select coalesce(sum(fen), 0) from collected
                                where day between :first and :last and insurance = :insurance),
                            (select coalesce(sum(total), 0) from current_treasury_day
                                where day between :first and :last and insurance = :insurance)""")
                .bind("first", month.atDay(1))
                .bind("last", month.atEndOfMonth())
                .bind("insurance", insurance)
                .map((row, context) -> new Days(Fen.of(row.getLong(1)), Fen.of(row.getLong(2))))
                .one());
    }

    /** Whether the treasury's days of this insurance name another account, or those of the other insurance this one. */
    boolean foreign(String account, Insurance insurance) {
        return jdbi.withHandle(
                h -> h.createQuery("select exists (select 1 from treasury_day where (account = ?) <> (insurance = ?))")
                        .bind(0, account)
                        .bind(1, insurance)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The last version of each insurance. */
    List<Month> of(YearMonth month) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct on (s.insurance) s.*, r.income, r.filed_on
                        from treasury_statement s left join lateral (select * from agency_report a
                            where a.month = s.month and a.insurance = s.insurance order by version desc limit 1) r on true
                        where s.month = ? order by s.insurance, s.version desc""")
                .bind(0, month.toString())
                .map((row, context) -> new Month(
                        row.getString("month"),
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("version"),
                        row.getString("account"),
                        Fen.of(row.getLong("collected")),
                        Fen.of(row.getLong("total")),
                        Fen.of(row.getLong("in_days")),
                        Fen.of(row.getLong("beyond_days")),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("filed_on") == null ? null : Fen.of(row.getLong("income")),
                        row.getObject("filed_on", LocalDate.class)))
                .list());
    }

    Optional<Month> of(YearMonth month, Insurance insurance) {
        return of(month).stream().filter(m -> m.insurance() == insurance).findFirst();
    }

    int lastReport(YearMonth month, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select coalesce(max(version), 0) from agency_report where month = ? and insurance = ?")
                .bind(0, month.toString())
                .bind(1, insurance)
                .mapTo(Integer.class)
                .one());
    }

    void enter(Month month, int entries) {
        jdbi.useHandle(h -> h.createUpdate("insert into treasury_statement values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, month.month())
                .bind(1, month.insurance())
                .bind(2, month.version())
                .bind(3, month.account())
                .bind(4, entries)
                .bind(5, month.statement().amount())
                .bind(6, month.collected().amount())
                .bind(7, month.inDays().amount())
                .bind(8, month.beyondDays().amount())
                .bind(9, month.issuedOn())
                .execute());
    }

    void enter(AgencyReportFiled report) {
        jdbi.useHandle(h -> h.createUpdate("insert into agency_report values (?, ?, ?, ?, ?, ?::jsonb, ?)")
                .bind(0, report.month())
                .bind(1, report.insurance())
                .bind(2, report.version())
                .bind(3, report.income().amount())
                .bind(4, report.statement().amount())
                .bind(5, json(report.reasons()))
                .bind(6, report.filedOn())
                .execute());
    }

    private static String json(List<IncomeReason> reasons) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
