package cn.liangxian.enrollment.statement;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The totals of this service, counted in its own database now, for whoever compares them with the topics. */
@Path("/statement")
@Blocking
public class StatementResource {

    private final Caller caller;
    private final Jdbi jdbi;

    StatementResource(Caller caller, Jdbi jdbi) {
        this.caller = caller;
        this.jdbi = jdbi;
    }

    /**
     * @param persons residents in the register, whatever their state
     * @param listed people with a status, by category
     * @param lists lists handed in, by grade
     * @param rosterLines lines of rosters that were not refused; {@code rosterDue} the sum of their due
     * @param importRejected rows of applied lists that went back
     */
    public record Statement(
            long persons,
            Map<String, Long> listed,
            Map<String, Long> lists,
            Map<Insurance, Long> rosterLines,
            Map<Insurance, Fen> rosterDue,
            long importRejected) {}

    @GET
    @Transactional
    public Statement statement() {
        caller.mustBe(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
        return jdbi.withHandle(h -> {
            Map<Insurance, Long> lines = new EnumMap<>(Insurance.class);
            Map<Insurance, Fen> due = new EnumMap<>(Insurance.class);
            for (Insurance insurance : Insurance.values()) {
                lines.put(insurance, 0L);
                due.put(insurance, Fen.ZERO);
            }
            h.createQuery("select insurance, sum(lines), sum(total) from roster where state <> 'REFUSED' group by 1")
                    .map((row, context) -> {
                        Insurance insurance = Insurance.valueOf(row.getString(1));
                        lines.put(insurance, row.getLong(2));
                        due.put(insurance, Fen.of(row.getLong(3)));
                        return insurance;
                    })
                    .list();
            return new Statement(
                    one(h, "select count(*) from person"),
                    counts(h, "select category, count(distinct person_key) from identity group by 1"),
                    counts(h, "select grade, count(*) from special_group_list group by 1"),
                    lines,
                    due,
                    one(
                            h,
                            """
                            select count(*) from (select distinct e.list_id, e.row from special_group_error e
                            join special_group_list l on l.list_id = e.list_id
                            where l.grade = 'ACCEPTED_WITH_ERRORS') rows"""));
        });
    }

    private static long one(Handle h, String query) {
        return h.createQuery(query).mapTo(Long.class).one();
    }

    private static Map<String, Long> counts(Handle h, String query) {
        Map<String, Long> counts = new TreeMap<>();
        h.createQuery(query)
                .map((row, context) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }
}
