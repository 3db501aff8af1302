package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Terms;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Deadline.Per;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One deadline of the policy, bound to the handoff that it expects and to the one that starts its clock.
 *
 * <p>An obligation and the event that meets it find each other by the id made of the scope: the units that the expected
 * handoff itself names, and for a triggered deadline the ids that both handoffs carry (application, list, details). Where
 * they share neither, the correlation ties them.
 */
final class Rule {

    private static final String CORRELATION = "correlation";
    /** Beside ids: the row of a list for each of which something is owed, a bank and its batch. */
    private static final Set<String> TIES = Set.of("row", "bank", "batchNo");

    private final Policy policy;
    private final Deadline deadline;
    private final Terms terms;
    private final Class<? extends Handoff> trigger;
    private final Class<? extends Handoff> expected;
    private final List<Unit> units;
    /** Units that only describe the obligation, because the expected handoff does not name them. */
    private final List<Unit> described = new ArrayList<>();

    private final List<String> links = new ArrayList<>();

    Rule(Policy policy, Deadline deadline, Class<? extends Handoff> expected, Class<? extends Handoff> trigger) {
        this.policy = policy;
        this.deadline = deadline;
        this.terms = Handoff.termsOf(expected);
        this.expected = expected;
        this.trigger = trigger;
        // in the order of the units, so that a department is known before its lists, and an id reads the same in every
        // file
        this.units = new ArrayList<>(deadline.per().stream()
                .sorted()
                .map(per -> Unit.of(per, expected))
                .toList());
        if (trigger != null) {
            units.stream().filter(unit -> !unit.saidBy(expected)).forEach(described::add);
            units.removeAll(described);
            Components.of(expected).stream()
                    .filter(field -> (field.endsWith("Id") || TIES.contains(field))
                            && Components.of(trigger).contains(field))
                    .forEach(links::add);
            if (units.isEmpty() && links.isEmpty()) {
                links.add(CORRELATION);
            }
        }
    }

    String handoff() {
        return deadline.handoff();
    }

    Deadline deadline() {
        return deadline;
    }

    Department owner(Map<String, String> scope) {
        return party(from(), scope);
    }

    Department receiver(Map<String, String> scope) {
        return party(to(), scope);
    }

    List<Department> from() {
        return deadline.from().isEmpty() ? List.of(terms.from()) : deadline.from();
    }

    List<Department> to() {
        return deadline.to().isEmpty() ? List.of(terms.to()) : deadline.to();
    }

    /** The obligations that the handoff is owed for, whether it is worth anything for them or not. */
    List<String> ids(Handoff handoff, Envelope envelope) {
        return envelope.businessDate() == null
                ? List.of()
                : scopes(handoff, envelope, null).stream().map(this::id).toList();
    }

    Class<? extends Handoff> expected() {
        return expected;
    }

    private boolean concerns(Handoff handoff) {
        return deadline.of().isEmpty() || deadline.of().contains(Effect.kind(handoff));
    }

    /** The obligations that the event counts for; whether they are open already does not matter. */
    List<Arrival> arrivals(Handoff handoff, Envelope envelope) {
        boolean counts = Effect.fulfils(handoff) && (trigger != null || concerns(handoff));
        if (envelope.businessDate() == null || !counts) {
            return List.of();
        }
        Fulfilment fulfilment = new Fulfilment(envelope.businessDate(), envelope.id(), Effect.manner(handoff));
        String said = Effect.part(handoff);
        String part = deadline.times() > 1 && said.isEmpty() ? envelope.id() : said;
        return scopes(handoff, envelope, null).stream()
                .map(scope -> new Arrival(id(scope), part, fulfilment))
                .toList();
    }

    /**
     * The obligations whose clock the event starts.
     *
     * @param causes the obligations that the event itself was owed for
     */
    List<Opening> openings(Handoff handoff, Envelope envelope, Known known, List<String> causes) {
        LocalDate day = envelope.businessDate();
        boolean starts = concerns(handoff) && Effect.starts(handoff, expected, known);
        if (day == null || !policy.effective().covers(day) || !starts) {
            return List.of();
        }
        DeadlineRule rule = ruleOn(day);
        Anchors anchors =
                policy.on(day).anchors().on(day).with(deadline.trigger().orElseThrow(), day);
        if (deadline.rule().personal()) {
            String birth = Components.text(handoff, Anchors.BIRTH);
            if (birth == null) {
                return List.of();
            }
            anchors = anchors.with(Anchors.BIRTH, LocalDate.parse(birth));
        }
        LocalDate counted = day;
        if (deadline.rule().stated()) {
            String stated = Components.text(handoff, statedField());
            if (stated == null) {
                return List.of();
            }
            counted = LocalDate.parse(stated);
            anchors = anchors.with(deadline.rule().anchor().orElseThrow(), counted);
        }
        if (deadline.inCampaign() && !policy.on(day).campaign().covers(counted)) {
            return List.of();
        }
        LocalDate due = rule.due(anchors);
        int parts = Effect.parts(handoff, expected);
        int residents = Effect.residents(handoff, known);
        List<Opening> openings = new ArrayList<>();
        for (Map<String, String> scope : scopes(handoff, envelope, day)) {
            Map<String, String> whole = new LinkedHashMap<>(scope);
            described.forEach(unit -> unit.saidBy(handoff, day, policy).forEach(v -> whole.put(unit.name(), v)));
            openings.add(new Opening(obligation(id(scope), whole, day, due, residents), parts, envelope.id(), causes));
        }
        return openings;
    }

    /**
     * Whether the calendar alone asks for it on this day: once, by quarter and by year while the policy is in force. By day, week
     * and month as long as anything can be paid for the fee year (每日, 每月), unless the policy asks for it in the campaign only.
     */
    boolean onCalendar(LocalDate day) {
        if (trigger != null || !policy.effective().covers(day)) {
            return false;
        }
        boolean allYear = deadline.per().contains(Per.QUARTER) || deadline.per().contains(Per.YEAR);
        if (!deadline.rule().recurring() || allYear) {
            return true;
        }
        Policy now = policy.on(day);
        return deadline.inCampaign()
                ? now.campaign().covers(day)
                : !day.isBefore(now.campaign().start()) && day.getYear() <= now.feeYear();
    }

    /** Under what the calendar asks for it: once in each period that it is owed per, under one version of the policy. */
    String period(LocalDate day) {
        return units.stream()
                .filter(Unit::ofCalendar)
                .map(unit -> unit.period(deadline.rule().belongsTo(day)))
                .collect(
                        Collectors.joining("|", handoff() + "|" + policy.on(day).version() + "|", ""));
    }

    /** The obligations that the calendar asks for on this day. */
    List<Opening> openings(LocalDate day) {
        DeadlineRule rule = ruleOn(day);
        Anchors anchors = policy.on(day).anchors().on(day);
        LocalDate opens = rule.opens(anchors).orElse(day);
        LocalDate due = rule.due(anchors);
        return scopes(null, null, rule.belongsTo(day)).stream()
                .map(scope -> new Opening(obligation(id(scope), scope, opens, due, 0), deadline.times(), "", List.of()))
                .toList();
    }

    /** The rule as it is on the day: a later notice may have another one. */
    private DeadlineRule ruleOn(LocalDate day) {
        return policy.on(day).deadline(handoff()).map(Deadline::rule).orElse(deadline.rule());
    }

    /** A deadline that only its unit's own handoffs could open, and that nothing triggers, never gets on the clock. */
    boolean canOpen() {
        if (deadline.rule().stated() && !Components.of(trigger).contains(statedField())) {
            return false;
        }
        if (deadline.rule().personal() && !Components.of(trigger).contains(Anchors.BIRTH)) {
            return false;
        }
        return trigger != null || !scopes(null, null, policy.campaign().start()).isEmpty();
    }

    /** "stated.changed-on" stands in the field changedOn. */
    private String statedField() {
        String[] words = deadline.rule()
                .anchor()
                .orElseThrow()
                .substring(Anchors.STATED.length())
                .split("-");
        StringBuilder field = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            field.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return field.toString();
    }

    /** The scopes that the handoff names; on a given day the calendar's and the county's where it names none. */
    private List<Map<String, String>> scopes(Handoff handoff, Envelope envelope, LocalDate day) {
        List<Map<String, String>> scopes = List.of(Map.of());
        for (Unit unit : units) {
            List<String> said = handoff == null ? List.of() : unit.saidBy(handoff, envelope.businessDate(), policy);
            List<Map<String, String>> wider = new ArrayList<>();
            for (Map<String, String> scope : scopes) {
                boolean all = said.isEmpty() && day != null;
                wider.addAll(times(scope, unit.name(), all ? unit.all(policy, senders(), scope, day) : said));
            }
            scopes = wider;
        }
        for (String link : links) {
            String value = link.equals(CORRELATION) ? envelope.correlation() : Components.text(handoff, link);
            if (value == null && links.stream().anyMatch(other -> Components.text(handoff, other) != null)) {
                // handoffs of old do not carry every link: another one ties them
                continue;
            }
            scopes = scopes.stream()
                    .flatMap(scope -> times(scope, link, value == null ? List.of() : List.of(value)).stream())
                    .toList();
        }
        return scopes;
    }

    private static List<Map<String, String>> times(Map<String, String> scope, String name, List<String> values) {
        List<Map<String, String>> product = new ArrayList<>(values.size());
        for (String value : values) {
            Map<String, String> wider = new LinkedHashMap<>(scope);
            wider.put(name, value);
            product.add(wider);
        }
        return product;
    }

    private String id(Map<String, String> scope) {
        return scope.isEmpty() ? handoff() : handoff() + ":" + String.join(":", scope.values());
    }

    private Obligation obligation(
            String id, Map<String, String> scope, LocalDate opened, LocalDate due, int residents) {
        return new Obligation(
                id,
                handoff(),
                owner(scope),
                receiver(scope),
                scope,
                deadline.clause(),
                deadline.assumed(),
                opened,
                due,
                Register.area(scope, policy.jurisdiction().code()),
                residents,
                null);
    }

    private List<Department> senders() {
        if (!deadline.from().isEmpty()) {
            return deadline.from();
        }
        List<Department> listing = List.of(terms.from()).stream()
                .filter(Category.listing(policy.categories())::contains)
                .toList();
        return listing.isEmpty() ? List.of(terms.from()) : listing;
    }

    /** Who of the parties it is here: the named department, or the agency of the insurance, or the first. */
    private static Department party(List<Department> parties, Map<String, String> scope) {
        String department = scope.get("department");
        String insurance = scope.get("insurance");
        for (Department party : parties) {
            boolean agency = insurance != null
                    && party
                            == (Insurance.valueOf(insurance) == Insurance.MEDICAL
                                    ? Department.MEDICAL_INSURANCE
                                    : Department.SOCIAL_INSURANCE);
            if (party.name().equals(department) || agency) {
                return party;
            }
        }
        return parties.get(0);
    }
}
