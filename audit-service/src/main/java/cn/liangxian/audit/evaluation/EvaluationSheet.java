package cn.liangxian.audit.evaluation;

import cn.liangxian.audit.AuditHandoff.EvaluationReported;
import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.audit.OversightHandoff.Attainment;
import cn.liangxian.audit.register.Punctualities;
import cn.liangxian.desk.Desk;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An evaluation in the words of a page and of a document.
 *
 * @param reportedOn business date; {@code onTime}, {@code late} and {@code missed} handoffs of all units
 */
public record EvaluationSheet(
        String id, String reportedOn, int onTime, int late, int missed, List<Target> targets, List<Unit> units) {

    /** A township's target of an insurance, {@code assumed} where no text gives it or when to measure; rates in percent, {@code met} {@code done}, {@code late} or empty. */
    public record Target(
            int rank,
            String township,
            String insurance,
            int people,
            int paid,
            String rate,
            String target,
            boolean assumed,
            String met) {}

    /** A unit and how often it was on time; {@code delayDays} that others waited for it, {@code assumed} due by a date that no text gives. */
    public record Unit(
            String department,
            String area,
            int onTime,
            int late,
            int missed,
            int zero,
            int waived,
            int assumed,
            int delayDays,
            String share) {}

    static EvaluationSheet of(EvaluationReported report, Desk desk) {
        return new EvaluationSheet(
                report.evaluationId(),
                report.reportedOn().toString(),
                report.onTime(),
                report.late(),
                report.missed(),
                Optional.ofNullable(report.attainments()).orElse(List.of()).stream()
                        .sorted(Comparator.comparing(Attainment::insurance).thenComparingInt(Attainment::rank))
                        .map(each -> target(each, desk))
                        .toList(),
                report.units().stream()
                        .sorted(Punctualities.WORST_FIRST)
                        .map(each -> unit(each, desk))
                        .toList());
    }

    private static Target target(Attainment each, Desk desk) {
        return new Target(
                each.rank(),
                desk.place(each.township()),
                desk.named(each.insurance()),
                each.people(),
                each.peoplePaid(),
                percent(each.rate()),
                each.targetRate() == null ? "—" : percent(each.targetRate()),
                Boolean.TRUE.equals(each.assumed()),
                each.met() == null ? "" : each.met() ? "done" : "late");
    }

    private static Unit unit(Punctuality each, Desk desk) {
        return new Unit(
                desk.named(each.department()),
                desk.place(each.area()),
                each.onTime(),
                each.late(),
                each.missed(),
                zeroIfNone(each.confirmedZero()),
                zeroIfNone(each.waived()),
                zeroIfNone(each.assumed()),
                zeroIfNone(each.delayDays()),
                Punctualities.share(each));
    }

    private static int zeroIfNone(Integer count) {
        return count == null ? 0 : count;
    }

    /** Rates are in hundredths of a percent. */
    private static String percent(int rate) {
        return String.format(Locale.ROOT, "%.2f%%", rate / 100.0);
    }
}
