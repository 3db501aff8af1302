package cn.liangxian.reconciliation.month;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.reconciliation.ReconciliationHandoff.AgencyReportFiled;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeReason;
import cn.liangxian.reconciliation.ReconciliationHandoff.MonthBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.MonthDifference;
import cn.liangxian.reconciliation.ReconciliationHandoff.MonthDifferenceKind;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryStatementIssued;
import cn.liangxian.reconciliation.month.Months.Days;
import cn.liangxian.reconciliation.month.Months.Month;
import cn.liangxian.reconciliation.treasury.NextVersion;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reconciles a month by insurance and account (分险种、分账户核对): the treasury's statement with what tax collected, and the
 * agency's income with the statement. A month is restated by a new version, never edited.
 */
@ApplicationScoped
@Clause({"bachu-2022/第三十五条", "bachu-2022/第三十七条(3)", "bachu-2022/第三十七条(5)"})
class ReconcilingMonth {

    private final Months months;
    private final Outbox outbox;
    private final BusinessDay day;

    ReconcilingMonth(Months months, Outbox outbox, BusinessDay day) {
        this.months = months;
        this.outbox = outbox;
        this.day = day;
    }

    /** In an open transaction, as {@link #report}. {@link Problem} before the month is over, or out of turn. */
    MonthBalanced state(YearMonth month, Insurance insurance, int version, String account, int entries, Fen total) {
        LocalDate today = mustBeOver(month);
        int last = months.of(month, insurance).map(Month::version).orElse(0);
        NextVersion.must(MonthProblem.VERSION, version, last);
        if (months.foreign(account, insurance)) {
            throw new Problem(MonthProblem.ACCOUNT, null);
        }
        Days days = months.days(month, insurance);
        Fen inDays = days.treasury().minus(days.collected());
        Fen beyond = total.minus(days.treasury());
        months.enter(
                new Month(
                        month.toString(),
                        insurance,
                        version,
                        account,
                        days.collected(),
                        total,
                        inDays,
                        beyond,
                        today,
                        null,
                        null),
                entries);
        outbox.handOver(
                new TreasuryStatementIssued(month.toString(), version, insurance, account, entries, total, today));
        MonthBalanced balanced = new MonthBalanced(
                month.toString(),
                version,
                insurance,
                account,
                days.collected(),
                total,
                Stream.of(
                                new MonthDifference(MonthDifferenceKind.IN_DAYS, inDays, Department.TAX),
                                new MonthDifference(MonthDifferenceKind.BEYOND_DAYS, beyond, Department.TREASURY))
                        .filter(difference -> !difference.amount().equals(Fen.ZERO))
                        .toList());
        outbox.handOver(balanced);
        return balanced;
    }

    /** {@link Problem} unless the reasons explain the difference to the fen. */
    AgencyReportFiled report(
            YearMonth month, Insurance insurance, int version, Fen income, List<IncomeReason> reasons) {
        LocalDate today = mustBeOver(month);
        NextVersion.must(MonthProblem.VERSION, version, months.lastReport(month, insurance));
        Month stated = months.of(month, insurance)
                .orElseThrow(() -> new Problem(
                        MonthProblem.NO_STATEMENT, new Text(month + insurance.zh(), month + " " + insurance.en())));
        Fen explained = reasons.stream().map(IncomeReason::amount).reduce(Fen.ZERO, Fen::plus);
        Fen difference = income.minus(stated.statement());
        if (!explained.equals(difference)) {
            throw new Problem(
                    MonthProblem.UNEXPLAINED,
                    new Text(
                            "差额" + difference + "元，已说明" + explained + "元",
                            "the difference is " + difference + " yuan, explained " + explained + " yuan"));
        }
        AgencyReportFiled report =
                new AgencyReportFiled(month.toString(), version, insurance, income, stated.statement(), reasons, today);
        months.enter(report);
        outbox.handOver(report);
        return report;
    }

    private LocalDate mustBeOver(YearMonth month) {
        LocalDate today = day.today();
        if (!month.atEndOfMonth().isBefore(today)) {
            throw new Problem(MonthProblem.NOT_OVER, Text.today(today));
        }
        return today;
    }
}
