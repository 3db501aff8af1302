package cn.liangxian.reconciliation.statement;

import cn.liangxian.handoff.Department;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** 资金流向: where the money of the county is at this moment. */
@Path("/flow")
public class FlowResource {

    private final Caller caller;
    private final MoneyFlow flow;

    FlowResource(Caller caller, MoneyFlow flow) {
        this.caller = caller;
        this.flow = flow;
    }

    @GET
    public List<MoneyFlow.Step> flow() {
        caller.mustBe(ReconciliationPages.READERS.toArray(Department[]::new));
        caller.mustCoverCounty();
        return flow.now();
    }
}
