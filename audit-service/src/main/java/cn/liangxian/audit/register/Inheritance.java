package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Inherited;
import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Hands lateness down: an obligation whose clock was started by a late handoff opened late through no fault of its owner. Where
 * that handoff names no residents, it is about those that the handoff itself was owed for. What is known now decides, never the
 * order in which it became known; so a restatement is handed down too.
 */
final class Inheritance {

    private static final Comparator<List<Inherited>> LONGEST = Comparator.comparingInt(Inheritance::days)
            .thenComparing(chain -> chain.get(0).obligationId());

    private final Handle handle;

    Inheritance(Handle handle) {
        this.handle = handle;
    }

    /** @param named so many residents the handoff names that started its clock */
    private record Heir(
            String id, LocalDate opened, List<String> causes, List<Inherited> inherited, int named, int residents) {}

    private record Cause(
            String id,
            String handoff,
            Department owner,
            String area,
            LocalDate due,
            List<Inherited> inherited,
            int residents) {}

    /** What an heir gets; without lateness the chain is null. */
    private record Handed(List<Inherited> chain, int residents) {}

    /**
     * Works out anew what is inherited after these obligations changed; returns whose inheritance did.
     *
     * @param heirs those of them whose clock was started by what somebody owed
     */
    Set<String> handDown(Collection<String> ids, Collection<String> heirs) {
        Set<String> changed = new HashSet<>();
        Set<String> todo = new HashSet<>(heirs);
        todo.addAll(heirsOf(ids));
        while (!todo.isEmpty()) {
            Map<String, Handed> now = differing(heirs(todo));
            keep(now);
            changed.addAll(now.keySet());
            todo = heirsOf(now.keySet());
        }
        return changed;
    }

    private Map<String, Handed> differing(List<Heir> heirs) {
        Set<String> causes = new HashSet<>();
        heirs.forEach(heir -> causes.addAll(heir.causes()));
        Map<String, Cause> known = causes(causes);
        Map<String, Handed> differing = new HashMap<>();
        for (Heir heir : heirs) {
            List<Cause> of = heir.causes().stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .toList();
            List<Inherited> longest = of.stream()
                    .map(cause -> chain(cause, heir))
                    .filter(chain -> !chain.isEmpty())
                    .max(LONGEST)
                    .orElse(null);
            int residents = heir.named() > 0
                    ? heir.named()
                    : of.stream().mapToInt(Cause::residents).max().orElse(0);
            if (!Objects.equals(longest, heir.inherited()) || residents != heir.residents()) {
                differing.put(heir.id(), new Handed(longest, residents));
            }
        }
        return differing;
    }

    /** What the cause inherited itself, and how late it was met when it started the heir's clock. */
    private static List<Inherited> chain(Cause cause, Heir heir) {
        List<Inherited> chain = new ArrayList<>(cause.inherited() == null ? List.of() : cause.inherited());
        if (chain.stream().anyMatch(link -> link.obligationId().equals(heir.id()))) {
            return List.of();
        }
        int late = (int) ChronoUnit.DAYS.between(cause.due(), heir.opened());
        if (late > 0) {
            chain.add(new Inherited(cause.id(), cause.handoff(), cause.owner(), cause.area(), late));
        }
        return chain;
    }

    private static int days(List<Inherited> chain) {
        return chain.stream().mapToInt(Inherited::days).sum();
    }

    private Set<String> heirsOf(Collection<String> causes) {
        if (causes.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                handle.createQuery("select obligation_id from obligation where causes <> '{}' and causes && ?::text[]")
                        .bind(0, causes.toArray(String[]::new))
                        .mapTo(String.class)
                        .list());
    }

    private List<Heir> heirs(Collection<String> ids) {
        return handle.createQuery(
                        """
                        select obligation_id, opened, causes, inherited, named, residents from obligation
                        where obligation_id = any(?) and causes <> '{}'""")
                .bind(0, ids.toArray(String[]::new))
                .map((row, context) -> new Heir(
                        row.getString("obligation_id"),
                        row.getObject("opened", LocalDate.class),
                        List.of((String[]) row.getArray("causes").getArray()),
                        Register.inherited(row.getString("inherited")),
                        row.getInt("named"),
                        row.getInt("residents")))
                .list();
    }

    private Map<String, Cause> causes(Collection<String> ids) {
        Map<String, Cause> causes = new HashMap<>();
        handle.createQuery(
                        """
                        select obligation_id, handoff, owner, area, due, inherited, residents from obligation
                        where obligation_id = any(?)""")
                .bind(0, ids.toArray(String[]::new))
                .map((row, context) -> new Cause(
                        row.getString("obligation_id"),
                        row.getString("handoff"),
                        Department.valueOf(row.getString("owner")),
                        row.getString("area"),
                        row.getObject("due", LocalDate.class),
                        Register.inherited(row.getString("inherited")),
                        row.getInt("residents")))
                .forEach(cause -> causes.put(cause.id(), cause));
        return causes;
    }

    private void keep(Map<String, Handed> handed) {
        if (handed.isEmpty()) {
            return;
        }
        List<String> ids = List.copyOf(handed.keySet());
        handle.createUpdate(
                        """
                        update obligation o set inherited = n.inherited, residents = n.residents
                        from unnest(?::text[], ?::jsonb[], ?::int[]) as n (id, inherited, residents)
                        where o.obligation_id = n.id""")
                .bind(0, ids.toArray(String[]::new))
                .bind(
                        1,
                        ids.stream()
                                .map(id -> Register.json(handed.get(id).chain()))
                                .toArray(String[]::new))
                .bind(2, ids.stream().map(id -> handed.get(id).residents()).toArray(Integer[]::new))
                .execute();
    }
}
