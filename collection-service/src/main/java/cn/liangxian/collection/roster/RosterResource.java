package cn.liangxian.collection.roster;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.roster.RosterStanding.Awaited;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The rosters delivered to tax, and what those still arriving wait for. */
@Path("/rosters")
public class RosterResource {

    private static final int MOST = 500;
    private final Jdbi jdbi;
    private final Caller caller;

    RosterResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** The newest 500. */
    @GET
    public List<RosterStanding> list() {
        caller.mustBe(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU);
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from roster where coalesce(area, :area) like :area || '%'
                        order by roster_no desc limit :most""")
                .bind("area", caller.area())
                .bind("most", MOST)
                .map(RosterResource::read)
                .list());
    }

    private static RosterStanding read(ResultSet row, StatementContext context) throws SQLException {
        RosterState state = RosterState.valueOf(row.getString("state"));
        String insurance = row.getString("insurance");
        boolean waits = state == RosterState.ARRIVING;
        Insurance of = insurance == null ? null : Insurance.valueOf(insurance);
        return new RosterStanding(
                row.getString("roster_id"),
                of,
                row.getObject("revision", Integer.class),
                state,
                row.getInt("lines_in"),
                row.getObject("lines", Integer.class),
                !waits ? null : insurance == null ? Awaited.HEADER : Awaited.LINES,
                !waits || of == null ? null : of == Insurance.PENSION ? SOCIAL_INSURANCE : MEDICAL_INSURANCE,
                row.getObject("waits_since", LocalDate.class),
                row.getObject("waits_until", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason"));
    }
}
