package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An entitlement that an agency has to correct, because money behind it went back.
 *
 * @param paidInAll what is still paid for the claim
 * @param correctedOn null while it waits for the agency, since {@code toldOn}
 */
public record Correction(
        String caseId,
        String personKey,
        Insurance insurance,
        int feeYear,
        Fen paidInAll,
        LocalDate toldOn,
        LocalDate correctedOn) {

    static Correction read(ResultSet row, StatementContext context) throws SQLException {
        return new Correction(
                row.getString("case_id"),
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                Fen.of(row.getLong("paid_in_all")),
                row.getObject("told_on", LocalDate.class),
                row.getObject("corrected_on", LocalDate.class));
    }
}
