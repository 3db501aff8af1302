package cn.liangxian.world.actor;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Township;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.actor.ListPlan.BadId;
import cn.liangxian.world.lists.ListFormat;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Who lists whom when: one list per category and township, each from the first department that the policy names for it. */
public final class PlanningLists {
    /** Lists are written from the first days on, after the household feed has made the people known. */
    private static final int FIRST_DAY = 6;

    private static final int DAYS = 20;
    private static final int CORRECTED_AFTER = 3;
    private static final double CORRECTS_BAD_IDS = 0.7;

    private final County county;
    private final Misbehaviour misbehaviour;
    private final Chance chance;
    private final LocalDate due;
    private final UnaryOperator<LocalDate> nextWorkday;

    public PlanningLists(
            County county,
            Misbehaviour misbehaviour,
            Chance chance,
            LocalDate due,
            UnaryOperator<LocalDate> nextWorkday) {
        this.county = county;
        this.misbehaviour = misbehaviour;
        this.chance = chance.of("lists");
        this.due = due;
        this.nextWorkday = nextWorkday;
    }

    /** In a fixed order. */
    public List<ListPlan> plan(List<Resident> residents) {
        Map<String, List<Resident>> members = new HashMap<>();
        for (Resident resident : residents) {
            if (resident.registersOn() != null) continue;
            for (String group : resident.groups())
                members.computeIfAbsent(resident.township() + group, k -> new ArrayList<>())
                        .add(resident);
        }
        List<Draft> drafts = new ArrayList<>();
        for (Category category : county.categories()) {
            for (Township township : county.townships()) {
                drafts.add(new Draft(
                        category,
                        township.code(),
                        members.getOrDefault(township.code() + category.code(), List.of()),
                        chance.of(category.code()).of(township.code())));
            }
        }
        Draft latest = lowest(drafts, "late");
        Draft mostWrong = lowest(
                drafts.stream()
                        .filter(d -> d != latest && !d.members().isEmpty())
                        .toList(),
                "wrong count");
        List<ListPlan> plans = new ArrayList<>();
        for (Draft draft : drafts) plans.add(plan(draft, draft == latest, draft == mostWrong));
        return spoilAtLeastOne(plans);
    }

    private record Draft(Category category, String area, List<Resident> members, Chance die) {}

    private static Draft lowest(List<Draft> drafts, String what) {
        return drafts.stream()
                .min(Comparator.comparingDouble(d -> d.die().of(what).share()))
                .orElse(null);
    }

    private ListPlan plan(Draft draft, boolean latest, boolean mostWrong) {
        Chance die = draft.die();
        boolean late = hits(misbehaviour.lateLists(), die.of("late"), latest);
        boolean wrong =
                !draft.members().isEmpty() && hits(misbehaviour.wrongCounts(), die.of("wrong count"), mostWrong);
        Map<Integer, BadId> bad = wrong ? Map.of() : badRows(draft);
        LocalDate sendOn = late
                ? nextWorkday.apply(due.plusDays(die.of("how late").between(3, 6)))
                : nextWorkday.apply(
                        county.listsFrom().plusDays(FIRST_DAY + die.of("day").below(DAYS)));
        boolean corrects = wrong || !bad.isEmpty() && die.of("corrects").happens(CORRECTS_BAD_IDS);
        Department department =
                draft.category().listedBy().stream().sorted().findFirst().orElseThrow();
        return new ListPlan(
                department.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                department.name(),
                draft.category().code(),
                draft.area(),
                draft.members(),
                ListFormat.values()[die.of("format").below(ListFormat.values().length)],
                sendOn,
                late,
                wrong,
                bad,
                corrects ? nextWorkday.apply(sendOn.plusDays(CORRECTED_AFTER)) : null);
    }

    private Map<Integer, BadId> badRows(Draft draft) {
        Map<Integer, BadId> bad = new TreeMap<>();
        for (int row = 1; row <= draft.members().size(); row++) {
            Chance die = draft.die().of("row").of(row);
            if (die.happens(misbehaviour.badIds())) bad.put(row, kind(die));
        }
        return bad;
    }

    private static BadId kind(Chance die) {
        return BadId.values()[die.of("kind").below(BadId.values().length)];
    }

    /** In a small county the dice may spare every row; the rate asks for at least one. */
    private List<ListPlan> spoilAtLeastOne(List<ListPlan> plans) {
        if (misbehaviour.badIds() == 0
                || plans.stream().anyMatch(p -> !p.badRows().isEmpty())) return plans;
        ListPlan longest = plans.stream()
                .filter(p -> !p.wrongCount() && !p.members().isEmpty())
                .max(Comparator.comparingInt(p -> p.members().size()))
                .orElse(null);
        List<ListPlan> spoiled = new ArrayList<>(plans);
        if (longest != null) spoiled.set(plans.indexOf(longest), spoil(longest));
        return spoiled;
    }

    private ListPlan spoil(ListPlan plan) {
        return new ListPlan(
                plan.client(),
                plan.department(),
                plan.category(),
                plan.area(),
                plan.members(),
                plan.format(),
                plan.sendOn(),
                plan.late(),
                false,
                Map.of(1, BadId.CHECK_CHARACTER),
                nextWorkday.apply(plan.sendOn().plusDays(CORRECTED_AFTER)));
    }

    private static boolean hits(double rate, Chance die, boolean first) {
        return rate > 0 && (first || die.happens(rate));
    }
}
