package cn.liangxian.reconciliation.treasury;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryDayReceived;
import cn.liangxian.reconciliation.balance.Balancing;
import cn.liangxian.reconciliation.balance.BalancingTurn;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Takes in the treasury's report of a day, whole or not at all, and has the day balanced. */
@ApplicationScoped
@Clause("yicheng-2024/附件-b")
class ReceivingTreasuryDay {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay businessDay;
    private final BalancingTurn turn;
    private final Balancing balancing;
    private final TreasuryDays reports;

    ReceivingTreasuryDay(
            Jdbi jdbi,
            Outbox outbox,
            BusinessDay businessDay,
            BalancingTurn turn,
            Balancing balancing,
            TreasuryDays reports) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.businessDay = businessDay;
        this.turn = turn;
        this.balancing = balancing;
        this.reports = reports;
    }

    /** Within a transaction; refuses with a {@link TreasuryProblem}. */
    TreasuryDayReceived receive(TreasuryReport report) {
        if (report == null) {
            throw new Problem(TreasuryProblem.MALFORMED, new Text("未报送日报", "no report was sent"));
        }
        report.check();
        LocalDate today = businessDay.today();
        if (report.date().isAfter(today)) {
            throw new Problem(TreasuryProblem.FUTURE, Text.today(today));
        }
        turn.take();
        mustBeNextVersion(report);
        mustNotBeAccountOf(report.insurance(), report.account());
        TreasuryDayReceived received = new TreasuryDayReceived(
                report.date(),
                report.version(),
                report.insurance(),
                report.account(),
                report.count(),
                report.total(),
                report.digest());
        write(received, report.rows(), today);
        outbox.handOver(received);
        balancing.after(List.of(report.date()));
        return received;
    }

    private void mustBeNextVersion(TreasuryReport report) {
        NextVersion.must(
                TreasuryProblem.VERSION, report.version(), reports.lastVersion(report.date(), report.insurance()));
    }

    /** A whole report under the other insurance's account is refused; single vouchers there are named differences. */
    private void mustNotBeAccountOf(Insurance insurance, String account) {
        boolean other = jdbi.withHandle(
                h -> h.createQuery("select exists (select 1 from treasury_day where account = ? and insurance <> ?)")
                        .bind(0, account)
                        .bind(1, insurance)
                        .mapTo(Boolean.class)
                        .one());
        if (other) {
            throw new Problem(TreasuryProblem.ACCOUNT, null);
        }
    }

    private void write(TreasuryDayReceived received, List<TreasuryReport.Row> rows, LocalDate today) {
        jdbi.useHandle(h -> {
            h.createUpdate(
                            """
                            insert into treasury_day (day, insurance, version, account, rows, total, digest, received_on)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .bind(0, received.date())
                    .bind(1, received.insurance())
                    .bind(2, received.version())
                    .bind(3, received.account())
                    .bind(4, received.rows())
                    .bind(5, received.total().amount())
                    .bind(6, received.digest())
                    .bind(7, today)
                    .execute();
            if (rows.isEmpty()) {
                return;
            }
            // in one statement: the database checks count and sum after each
            h.createUpdate(
                            """
                            insert into treasury_row (day, insurance, version, number, channel, voucher, fen)
                            select :day, :insurance, :version, r.number, r.channel, r.voucher, r.fen
                            from unnest(:channels, :vouchers, :amounts) with ordinality r (channel, voucher, fen, number)""")
                    .bind("day", received.date())
                    .bind("insurance", received.insurance())
                    .bind("version", received.version())
                    .bind(
                            "channels",
                            rows.stream().map(TreasuryReport.Row::channel).toArray(String[]::new))
                    .bind(
                            "vouchers",
                            rows.stream().map(TreasuryReport.Row::voucher).toArray(String[]::new))
                    .bind("amounts", rows.stream().map(r -> r.amount().amount()).toArray(Long[]::new))
                    .execute();
        });
    }
}
