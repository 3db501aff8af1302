package cn.liangxian.reconciliation.month;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeReason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the differences of a month rest on: every version of both reports, and the days that still differ. */
@ApplicationScoped
public class MonthEvidence {

    private final Jdbi jdbi;

    MonthEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version of the treasury's statement: {@code inDays} and {@code beyondDays} make up {@code total - collected}. */
    public record Stated(
            int version,
            String account,
            int entries,
            Fen total,
            Fen collected,
            Fen inDays,
            Fen beyondDays,
            LocalDate issuedOn) {}

    /** A version of the agency's report, with why its income is not what the treasury stated. */
    public record Filed(int version, Fen income, Fen statement, List<IncomeReason> reasons, LocalDate filedOn) {}

    /** A day of the month with open differences: how many, and treasury less collected. */
    public record Day(LocalDate date, int differences, Fen difference) {}

    /** Versions from the first on, days from the first on. */
    public record Evidence(
            String month, Insurance insurance, List<Stated> statements, List<Filed> reports, List<Day> days) {}

    Evidence of(YearMonth month, Insurance insurance) {
        return new Evidence(
                month.toString(),
                insurance,
                statements(month, insurance),
                reports(month, insurance),
                days(month, insurance));
    }

    private List<Stated> statements(YearMonth month, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from treasury_statement where month = ? and insurance = ? order by version")
                .bind(0, month.toString())
                .bind(1, insurance)
                .map((row, context) -> new Stated(
                        row.getInt("version"),
                        row.getString("account"),
                        row.getInt("entries"),
                        Fen.of(row.getLong("total")),
                        Fen.of(row.getLong("collected")),
                        Fen.of(row.getLong("in_days")),
                        Fen.of(row.getLong("beyond_days")),
                        row.getObject("issued_on", LocalDate.class)))
                .list());
    }

    private List<Filed> reports(YearMonth month, Insurance insurance) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from agency_report where month = ? and insurance = ? order by version")
                        .bind(0, month.toString())
                        .bind(1, insurance)
                        .map((row, context) -> new Filed(
                                row.getInt("version"),
                                Fen.of(row.getLong("income")),
                                Fen.of(row.getLong("statement")),
                                reasons(row.getString("reasons")),
                                row.getObject("filed_on", LocalDate.class)))
                        .list());
    }

    private List<Day> days(YearMonth month, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select day, count(*) as differences, sum(fen) as fen from current_difference
                        where open and insurance = :insurance and day between :first and :last
                        group by day order by day""")
                .bind("insurance", insurance)
                .bind("first", month.atDay(1))
                .bind("last", month.atEndOfMonth())
                .map((row, context) -> new Day(
                        row.getObject("day", LocalDate.class), row.getInt("differences"), Fen.of(row.getLong("fen"))))
                .list());
    }

    private static List<IncomeReason> reasons(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept reasons cannot be read", e);
        }
    }
}
