package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.handoff.Clause;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A rule by which the audit bureau supervises the whole course (监督征缴全过程): named, explained, with the query that it asks. */
@Clause("yicheng-2024/五(九)")
interface SupervisionRule {

    /**
     * What is shown of a rule.
     *
     * @param seeks what it looks for, {@code seeksZh} in Chinese
     * @param asks who has to explain, {@code asksZh} in Chinese
     * @param clause of the value of the policy that the rule measures by; null in a county whose policy has none
     * @param assumed whether the limit beyond which it finds something stands in no text
     * @param evidence the query over the index of events
     */
    record Explained(
            String name,
            Suspicion suspicion,
            String zh,
            String en,
            String seeksZh,
            String seeks,
            String asksZh,
            String asks,
            String clause,
            boolean assumed,
            String evidence) {}

    Explained explained();

    /** The events that the rule has to look at: those in the index after {@code after}, up to {@code upTo}, on a date. */
    record Range(LocalDate date, long after, long upTo) {}

    List<Suspect> find(Handle handle, Range range);
}
