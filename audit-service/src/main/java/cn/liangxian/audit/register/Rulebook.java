package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.ZeroConfirmed;
import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Slack;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** All deadlines of the county's policy, each bound to the handoffs that it is about. */
@ApplicationScoped
public class Rulebook {

    private static final Logger LOG = Logger.getLogger(Rulebook.class);
    private final List<Rule> rules = new ArrayList<>();
    private final Map<Class<?>, Rule> expecting = new HashMap<>();
    private final Map<Class<?>, List<Rule>> startedBy = new HashMap<>();
    private final Map<String, Class<? extends Handoff>> read =
            new HashMap<>(Map.of(ZeroConfirmed.TOPIC, ZeroConfirmed.class));
    private final Set<String> windows = new HashSet<>();
    private final Map<String, List<Awaiting>> awaiting = new ConcurrentHashMap<>();
    private final Map<String, Slack> slacks = new HashMap<>();

    Rulebook(Policy policy) {
        Map<String, Class<? extends Handoff>> declared = new HashMap<>();
        for (Class<? extends Handoff> type : Declarations.onClasspath()) {
            declared.put(key(Handoff.termsOf(type).topic()), type);
        }
        policy.deadlines().forEach((handoff, deadline) -> {
            bind(policy, deadline, declared);
            Slack.of(policy, deadline).ifPresent(slack -> slacks.put(handoff, slack));
        });
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
        if (trigger == null && deadline.rule().window()) {
            windows.add(rule.handoff());
        }
        expects(expected, rule);
        Effect.INSTEAD.getOrDefault(expected, List.of()).forEach(other -> expects(other, rule));
        if (trigger != null) {
            startedBy.computeIfAbsent(trigger, t -> new ArrayList<>()).add(rule);
            read.put(Handoff.termsOf(trigger).topic(), trigger);
        }
    }

    private void expects(Class<? extends Handoff> handoff, Rule rule) {
        expecting.put(handoff, rule);
        read.put(Handoff.termsOf(handoff).topic(), handoff);
    }

    /** The topics whose events the register has to read. */
    Set<String> topics() {
        return read.keySet();
    }

    Class<? extends Handoff> type(String topic) {
        return read.get(topic);
    }

    List<Arrival> arrivals(Handoff handoff, Envelope envelope) {
        if (handoff instanceof ZeroConfirmed zero) {
            return List.of(new Arrival(
                    zero.obligationId(),
                    "",
                    new Fulfilment(envelope.businessDate(), envelope.id(), Effect.manner(zero))));
        }
        Rule rule = expecting.get(handoff.getClass());
        return rule == null ? List.of() : rule.arrivals(handoff, envelope);
    }

    List<Opening> openings(Handoff handoff, Envelope envelope, Known known) {
        List<Rule> started = startedBy.getOrDefault(handoff.getClass(), List.of());
        Rule owed = expecting.get(handoff.getClass());
        List<String> causes = started.isEmpty() || owed == null ? List.of() : owed.ids(handoff, envelope);
        return started.stream()
                // what starts its own clock is not late because of itself
                .flatMap(rule -> rule.openings(handoff, envelope, known, rule == owed ? List.of() : causes).stream())
                .toList();
    }

    /** The rules by which the calendar alone opens obligations on the day. */
    List<Rule> onCalendar(LocalDate day) {
        return rules.stream().filter(rule -> rule.onCalendar(day)).toList();
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The handoffs that the calendar asks for within a window, by their keys. */
    Set<String> windows() {
        return windows;
    }

    Optional<Rule> rule(String handoff) {
        return rules.stream().filter(rule -> rule.handoff().equals(handoff)).findFirst();
    }

    /** A handoff that cannot begin before another one: by which rule, and which it waits for itself. */
    record Awaiting(Rule rule, Rule after) {}

    /** What cannot begin before the handoff of this key, directly or over others, the nearest first. */
    List<Awaiting> awaiting(String handoff) {
        return awaiting.computeIfAbsent(handoff, this::find);
    }

    /** The keys of {@link #awaiting}. */
    List<String> awaitedBy(String handoff) {
        return awaiting(handoff).stream().map(a -> a.rule().handoff()).toList();
    }

    /** How late the handoff of this key may come until a day of the calendar is held up; empty where none depends on it. */
    Optional<Slack> slack(String handoff) {
        return Optional.ofNullable(slacks.get(handoff));
    }

    private List<Awaiting> find(String handoff) {
        List<Awaiting> found = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(handoff));
        Deque<String> todo = new ArrayDeque<>(Set.of(handoff));
        while (!todo.isEmpty()) {
            Rule after = rule(todo.remove()).orElse(null);
            List<Rule> started = after == null ? List.of() : startedBy.getOrDefault(after.expected(), List.of());
            for (Rule rule : started) {
                if (seen.add(rule.handoff())) {
                    found.add(new Awaiting(rule, after));
                    todo.add(rule.handoff());
                }
            }
        }
        return List.copyOf(found);
    }

    /** The key of a handoff in the policy: its topic without the version. */
    static String key(String topic) {
        return topic.substring(0, topic.lastIndexOf("-v"));
    }
}
