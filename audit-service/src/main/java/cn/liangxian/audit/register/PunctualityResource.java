package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** How punctual each unit of the caller's area has been so far, and what its lateness did to others; for those who oversee. */
@Path("/punctuality")
public class PunctualityResource {

    private final Caller caller;
    private final Punctualities punctualities;

    PunctualityResource(Caller caller, Punctualities punctualities) {
        this.caller = caller;
        this.punctualities = punctualities;
    }

    @GET
    public List<Punctuality> punctuality() {
        caller.mustBe(AuditPages.OVERSEERS.toArray(Department[]::new));
        return punctualities.ofAllUnits().stream()
                .filter(unit -> unit.area().startsWith(caller.area()))
                .toList();
    }
}
