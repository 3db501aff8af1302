package cn.liangxian.collection.link;

import cn.liangxian.collection.AnomalyHandoff.AnomalyAnswered;
import cn.liangxian.collection.AnomalyHandoff.AnomalyConfirmed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyForwarded;
import cn.liangxian.collection.AnomalyHandoff.FirstAnswer;
import cn.liangxian.collection.link.LinkState.Step;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * 如需其他部门配合: the agency forwards an anomaly to the department that knows, which confirms. Both work in an open
 * transaction.
 */
@ApplicationScoped
@Clause({"bachu-2022/第七条(5)", "bachu-2022/第七条(6)"})
class AskingDepartments {

    private final Jdbi jdbi;
    private final LinkAnomalies anomalies;
    private final BusinessDay day;
    private final Outbox outbox;

    AskingDepartments(Jdbi jdbi, LinkAnomalies anomalies, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.anomalies = anomalies;
        this.day = day;
        this.outbox = outbox;
    }

    LinkAnomaly forward(UUID id, Department to, Insurance own, String area, String by) {
        if (!verifies(to)) {
            throw new Problem(LinkProblem.NO_VERIFIER, new Text(to.zh(), to.en()));
        }
        LinkAnomaly open = anomalies.lock(id, area, own).orElseThrow(() -> new Problem(LinkProblem.UNKNOWN, null));
        LinkState state = LinkState.LIFE
                .next(open.state(), Step.FORWARDED_TO_DEPARTMENT)
                .orElseThrow(() -> new Problem(LinkProblem.ALREADY_FORWARDED, null));
        LocalDate today = day.today();
        jdbi.useHandle(h -> h.execute(
                """
                update link_anomaly set state = ?, forwarded_to = ?, forwarded_on = ?, forwarded_by = ?
                where anomaly_id = ?""",
                state.name(),
                to.name(),
                today,
                by,
                id));
        outbox.handOver(List.<Handoff>of(
                new AnomalyForwarded(open.anomalyId(), open.personKey(), open.insurance(), to, open.raisedOn(), today),
                new AnomalyAnswered(
                        open.anomalyId(), open.personKey(), open.insurance(), FirstAnswer.FORWARDED, today)));
        return anomalies.find(id);
    }

    LinkAnomaly confirm(UUID id, Department by, String area, String confirmation, String name) {
        LinkAnomaly asked = anomalies
                .lock(id, area, null)
                .filter(anomaly -> anomaly.forwardedTo() == by)
                .orElseThrow(() -> new Problem(LinkProblem.UNKNOWN, null));
        LinkState state = LinkState.LIFE
                .next(asked.state(), Step.CONFIRMED_BY_DEPARTMENT)
                .orElseThrow(() -> new Problem(LinkProblem.NOT_ASKED, null));
        LocalDate today = day.today();
        jdbi.useHandle(h -> h.execute(
                """
                update link_anomaly set state = ?, confirmation = ?, confirmed_on = ?, confirmed_by = ?
                where anomaly_id = ?""",
                state.name(),
                confirmation,
                today,
                name,
                id));
        outbox.handOver(
                new AnomalyConfirmed(asked.anomalyId(), asked.personKey(), asked.insurance(), by, confirmation, today));
        return anomalies.find(id);
    }

    /** Whoever the declaration of the handoff names. */
    static boolean verifies(Department department) {
        return List.of(Handoff.termsOf(AnomalyForwarded.class).to()).contains(department);
    }
}
