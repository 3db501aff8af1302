package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Chart;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Departments by punctuality 部门时效, and what their lateness did to others. */
@Path("/desk/punctuality")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PunctualityPage {

    private final Desk desk;
    private final PunctualityResource punctualities;

    PunctualityPage(Desk desk, PunctualityResource punctualities) {
        this.desk = desk;
        this.punctualities = punctualities;
    }

    /** A unit; {@code delayed} obligations of others opened late because of it, by {@code days} in all; {@code assumed} so many of its own were due by a date that no text gives. */
    public record Row(
            String department,
            String area,
            int onTime,
            int late,
            int missed,
            int zero,
            int waived,
            int assumed,
            int delayed,
            int days,
            int residents,
            String share) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        List<Punctuality> units = punctualities.punctuality();
        Map<Department, List<Punctuality>> byDepartment = new TreeMap<>();
        units.forEach(unit -> byDepartment
                .computeIfAbsent(unit.department(), department -> new ArrayList<>())
                .add(unit));
        return desk.page("audit/punctuality", AuditPages.PUNCTUALITY)
                .data(
                        "rows",
                        units.stream()
                                .sorted(Punctualities.WORST_FIRST)
                                .map(this::row)
                                .toList())
                .data("onTime", sum(units, Punctuality::onTime))
                .data("late", sum(units, Punctuality::late))
                .data("missed", sum(units, Punctuality::missed))
                .data("chart", chart(byDepartment));
    }

    private Row row(Punctuality unit) {
        return new Row(
                desk.named(unit.department()),
                desk.place(unit.area()),
                unit.onTime(),
                unit.late(),
                unit.missed(),
                unit.confirmedZero(),
                unit.waived(),
                unit.assumed(),
                unit.delayed(),
                unit.delayDays(),
                unit.residents(),
                Punctualities.share(unit));
    }

    private String chart(Map<Department, List<Punctuality>> departments) {
        return Chart.parts(
                departments.keySet().stream().map(desk::named).toList(),
                List.of(
                        series("onTime", departments, Punctuality::onTime),
                        series("late", departments, Punctuality::late),
                        series("missed", departments, Punctuality::missed)));
    }

    private Chart.Series series(
            String word, Map<Department, List<Punctuality>> departments, ToIntFunction<Punctuality> count) {
        return new Chart.Series(
                desk.word(word),
                departments.values().stream().map(units -> sum(units, count)).toList());
    }

    private static int sum(List<Punctuality> units, ToIntFunction<Punctuality> count) {
        return units.stream().mapToInt(count).sum();
    }
}
