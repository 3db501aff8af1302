package cn.liangxian.reconciliation.treasury;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.treasury.TreasuryReport.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The treasury's side of a test. */
@ApplicationScoped
public class TreasuryDesk {

    private final Neighbours neighbours;

    TreasuryDesk(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    public static String account(Insurance insurance) {
        return "待报解-" + insurance;
    }

    public static Row row(String voucher, long fen) {
        return new Row(voucher, "WECHAT", Fen.of(fen));
    }

    public static Row row(ContributionPaid paid) {
        return new Row(paid.voucher(), paid.channel(), paid.amount());
    }

    public static TreasuryReport day(LocalDate date, Insurance insurance, int version, Row... rows) {
        Fen total = List.of(rows).stream().map(Row::amount).reduce(Fen.ZERO, Fen::plus);
        return new TreasuryReport(date, insurance, account(insurance), version, List.of(rows), rows.length, total);
    }

    public void reports(TreasuryReport... reports) {
        for (TreasuryReport report : reports) {
            neighbours.post(Department.TREASURY, "/treasury-days", report).statusCode(201);
        }
    }

    public void reports(LocalDate date, Insurance insurance, int version, Row... rows) {
        reports(day(date, insurance, version, rows));
    }
}
