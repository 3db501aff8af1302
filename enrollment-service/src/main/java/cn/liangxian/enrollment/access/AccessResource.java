package cn.liangxian.enrollment.access;

import cn.liangxian.enrollment.access.Accesses.Access;
import cn.liangxian.policy.PersonalDataTerms.Duty;
import cn.liangxian.rest.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** For what personal data may be seen, and for what those that a department provided were seen. */
@Path("/personal-data")
@Blocking
public class AccessResource {

    private final GrantingAccess granting;
    private final Jdbi jdbi;
    private final Caller caller;

    AccessResource(GrantingAccess granting, Jdbi jdbi, Caller caller) {
        this.granting = granting;
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** The statutory duties of the caller's department. */
    @GET
    @Path("/duties")
    public List<Duty> duties() {
        return granting.dutiesOf(caller.department());
    }

    /** The uses of what the caller's department provided, the newest first; {@code before} is the last id of the page before. */
    @GET
    @Path("/accesses")
    @Transactional
    public List<Access> accesses(
            @QueryParam("before") @DefaultValue("ffffffff-ffff-ffff-ffff-ffffffffffff") UUID before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return jdbi.withHandle(h -> Accesses.of(h, caller.department(), caller.area(), before, limit));
    }
}
