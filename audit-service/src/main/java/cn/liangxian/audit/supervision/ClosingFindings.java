package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Conclusion;
import cn.liangxian.audit.OversightHandoff.Explanation;
import cn.liangxian.audit.OversightHandoff.FindingAnswered;
import cn.liangxian.audit.OversightHandoff.FindingClosed;
import cn.liangxian.audit.supervision.FindingState.Step;
import cn.liangxian.desk.Words;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** From a finding to its end: the department explains, one person of the bureau concludes, another agrees. */
@ApplicationScoped
@Clause("yicheng-2024/五(九)")
class ClosingFindings {

    private final Findings findings;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Words words;

    ClosingFindings(Findings findings, Outbox outbox, BusinessDay day, Words words) {
        this.findings = findings;
        this.outbox = outbox;
        this.day = day;
        this.words = words;
    }

    /** In an open transaction, as the others. */
    Finding explain(String id, Explanation explanation, String by) {
        Finding finding = step(id, Step.EXPLAINED, by, explanation, null);
        outbox.handOver(new FindingAnswered(id, finding.department(), finding.area(), explanation, finding.since()));
        return finding;
    }

    Finding conclude(String id, Conclusion conclusion, String by) {
        return step(id, Step.CONCLUDED, by, null, conclusion);
    }

    /** {@link Problem} when whoever agrees is the one who concluded. */
    Finding approve(String id, String by) {
        mustBeAnother(id, by);
        Finding finding = step(id, Step.APPROVED, by, null, null);
        outbox.handOver(
                new FindingClosed(id, finding.department(), finding.area(), finding.conclusion(), finding.since()));
        return finding;
    }

    Finding sendBack(String id, String by) {
        mustBeAnother(id, by);
        return step(id, Step.SENT_BACK, by, null, null);
    }

    private void mustBeAnother(String id, String by) {
        if (by.equals(findings.lock(id).orElseThrow().concludedBy())) {
            throw new Problem(FindingProblem.SECOND_PERSON, new Text("结论由" + by + "作出", by + " concluded it"));
        }
    }

    private Finding step(String id, Step step, String by, Explanation explanation, Conclusion conclusion) {
        Finding finding = findings.lock(id).orElseThrow();
        FindingState next = finding.state().after(step);
        if (next == null) {
            throw new Problem(FindingProblem.NOT_NOW, words.text("finding_" + finding.state()));
        }
        LocalDate today = day.today();
        findings.enter(new Findings.Taken(id, step, next, today, by, explanation, conclusion));
        return findings.find(id).orElseThrow();
    }
}
