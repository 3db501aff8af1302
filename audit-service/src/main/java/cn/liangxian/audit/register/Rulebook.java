package cn.liangxian.audit.register;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.messaging.Declarations;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** All deadlines of the county's policy, each bound to the handoffs that it is about. */
@ApplicationScoped
class Rulebook {

    private static final Logger LOG = Logger.getLogger(Rulebook.class);
    private final List<Rule> rules = new ArrayList<>();
    private final Map<Class<?>, Rule> expecting = new HashMap<>();
    private final Map<Class<?>, List<Rule>> startedBy = new HashMap<>();
    private final Map<String, Class<? extends Handoff>> read = new HashMap<>();

    Rulebook(Policy policy) {
        Map<String, Class<? extends Handoff>> declared = new HashMap<>();
        for (Class<? extends Handoff> type : Declarations.onClasspath()) {
            declared.put(key(Handoff.termsOf(type).topic()), type);
        }
        policy.deadlines().forEach((handoff, deadline) -> bind(policy, deadline, declared));
    }

    private void bind(Policy policy, Deadline deadline, Map<String, Class<? extends Handoff>> declared) {
        Class<? extends Handoff> expected = declared.get(deadline.handoff());
        Class<? extends Handoff> trigger = deadline.trigger().map(declared::get).orElse(null);
        if (expected == null || (trigger == null && deadline.trigger().isPresent())) {
            LOG.warnf("no service declares what the deadline of %s needs; it is not on the clock", deadline.handoff());
            return;
        }
        Rule rule = new Rule(policy, deadline, expected, trigger);
        if (!rule.canOpen()) {
            LOG.warnf("nothing says for whom %s is owed; it is not on the clock", deadline.handoff());
            return;
        }
        rules.add(rule);
        expecting.put(expected, rule);
        read.put(Handoff.termsOf(expected).topic(), expected);
        if (trigger != null) {
            startedBy.computeIfAbsent(trigger, t -> new ArrayList<>()).add(rule);
            read.put(Handoff.termsOf(trigger).topic(), trigger);
        }
    }

    /** The topics whose events the register has to read. */
    Set<String> topics() {
        return read.keySet();
    }

    Class<? extends Handoff> type(String topic) {
        return read.get(topic);
    }

    List<Arrival> arrivals(Handoff handoff, Envelope envelope) {
        Rule rule = expecting.get(handoff.getClass());
        return rule == null ? List.of() : rule.arrivals(handoff, envelope);
    }

    List<Opening> openings(Handoff handoff, Envelope envelope, Known known) {
        return startedBy.getOrDefault(handoff.getClass(), List.of()).stream()
                .flatMap(rule -> rule.openings(handoff, envelope, known).stream())
                .toList();
    }

    List<Opening> openings(LocalDate day) {
        return rules.stream().flatMap(rule -> rule.openings(day).stream()).toList();
    }

    /** The key of a handoff in the policy: its topic without the version. */
    static String key(String topic) {
        return topic.substring(0, topic.lastIndexOf("-v"));
    }
}
