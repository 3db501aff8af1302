package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the notice decides about one insurance, with its conditions as numbers into {@link Conditions}. */
record InsuranceTerms(
        Insurance insurance,
        String policyVersion,
        Conditions conditions,
        List<Refusal> refusals,
        List<Admission> admissions,
        Refusal otherwise,
        List<Level> levels,
        List<Window> windows,
        List<Obliged> obliged,
        List<SubsidyRule> subsidies,
        List<OnBehalf> onBehalf,
        Conditions grantConditions,
        List<GrantRule> grants,
        HoldRule hold,
        EarlierYears earlierYears,
        RefundTerms refunds) {

    record Refusal(int condition, String clause, String zh, String en) {}

    /** Who must be insured 应保尽保, whether anybody pays for them or not. */
    record Obliged(int condition, MustInsure why) {}

    record Admission(int condition, String clause) {}

    /** @param only the condition that must hold for this level, or -1 when everybody may choose it */
    record Level(Fen amount, int only, String clause, boolean assumed) {}

    /** What some pay instead of the price of the window. */
    record Price(int condition, Fen amount, String clause, boolean assumed) {}

    /**
     * @param price null where the person chooses among levels; {@code benefit} null where a wait is counted instead
     * @param prices for whom another price holds; the first that matches
     */
    record Window(
            LocalDate from,
            LocalDate to,
            Fen price,
            List<Price> prices,
            String clause,
            boolean priceAssumed,
            LocalDate benefit,
            int waitingDays,
            boolean paymentDayCounted,
            boolean onBehalfWaits,
            String benefitClause,
            boolean benefitAssumed) {

        /** The first day after the wait; it is not moved by holidays, since no act is due on it. */
        BenefitStart benefitFor(LocalDate paidOn) {
            if (benefit != null) return new BenefitStart(benefit, 0, benefitClause, benefitAssumed);
            LocalDate first = paidOn.plusDays(waitingDays + (paymentDayCounted ? 0L : 1L));
            return new BenefitStart(first, waitingDays, benefitClause, benefitAssumed);
        }

        /** The one price of this person; null where levels are chosen among. */
        Level priceFor(BitSet holding) {
            if (price == null) return null;
            for (Price own : prices) {
                if (holding.get(own.condition())) return new Level(own.amount(), -1, own.clause(), own.assumed());
            }
            return new Level(price, -1, clause, priceAssumed);
        }

        private BenefitStart withoutWait(LocalDate completedOn) {
            return new BenefitStart(completedOn, 0, benefitClause, benefitAssumed);
        }
    }

    /** @param tiers empty: every level */
    record SubsidyRule(List<Fen> tiers, Subsidy subsidy) {}

    /**
     * Who pays for whom.
     *
     * @param tiers the levels at which it is paid; empty: every level
     * @param parts what each funder pays, in this order, as long as something is due
     * @param orderAssumed whether no text says that it goes before or after the others
     */
    record OnBehalf(
            String name,
            int condition,
            List<Fen> tiers,
            List<Part> parts,
            String clause,
            boolean assumed,
            boolean restAssumed,
            boolean orderAssumed) {

        boolean paysFor(BitSet holding, Fen due) {
            return holding.get(condition) && (tiers.isEmpty() || tiers.contains(due));
        }

        /** Money of several funders is told apart by its rule too. */
        String nameOf(Part part) {
            return parts.size() == 1 ? name : name + "/" + part.funder();
        }
    }

    /** @param yuan null where a percentage of what is due is paid */
    record Part(Fen yuan, int percent, String funder, String clause) {

        /** Never more than is left; a part of a fen is not paid. */
        Fen of(Fen due, Fen left) {
            Fen amount = yuan == null ? Fen.of(due.amount() * percent / 100) : yuan;
            return amount.compareTo(left) < 0 ? amount : left;
        }
    }

    record GrantRule(int condition, Grant grant) {}

    record HoldRule(List<Integer> birthdays, LocalDate until, boolean onlineOnly, String clause, boolean assumed) {

        /** The first of these birthdays that is still to come and lies within the term. */
        Optional<Hold> hold(AgeRule ages, LocalDate birth, LocalDate on) {
            for (int birthday : birthdays) {
                LocalDate reached = ages.reached(birth, birthday);
                if (on.isBefore(reached) && !reached.isAfter(until))
                    return Optional.of(new Hold(reached, birthday, clause, assumed));
            }
            return Optional.empty();
        }

        /** Whether one of these birthdays lies within the term, on or after the day. */
        boolean since(AgeRule ages, LocalDate birth, LocalDate from) {
            return birthdays.stream()
                    .map(birthday -> ages.reached(birth, birthday))
                    .anyMatch(reached -> !reached.isBefore(from) && !reached.isAfter(until));
        }
    }

    /** Whether the notice asked the person to wait for a birthday that lies on or after the day. */
    boolean heldSince(AgeRule ages, LocalDate birth, LocalDate from) {
        return hold != null && hold.since(ages, birth, from);
    }

    Decision eligible(Situation situation) {
        BitSet holding = conditions.holding(situation);
        for (Refusal refusal : refusals) {
            if (holding.get(refusal.condition())) return refused(refusal);
        }
        for (Admission admission : admissions) {
            if (holding.get(admission.condition())) return new Decision(true, admission.clause(), "", "");
        }
        return refused(otherwise);
    }

    private static Decision refused(Refusal why) {
        return new Decision(false, why.clause(), why.zh(), why.en());
    }

    /** Where levels are chosen among, the amount is assumed as soon as one of them is. */
    List<PaymentWindow> paymentWindows() {
        boolean levelsAssumed = levels.stream().anyMatch(Level::assumed);
        return windows.stream()
                .map(w -> new PaymentWindow(
                        w.from(),
                        w.to(),
                        w.price(),
                        w.waitingDays(),
                        w.clause(),
                        w.price() == null ? levelsAssumed : w.priceAssumed()))
                .toList();
    }

    /** Every amount that anybody may owe on the day. */
    Set<Fen> amounts(LocalDate on) {
        Window window = window(on);
        if (window.price() == null) return levels.stream().map(Level::amount).collect(Collectors.toSet());
        return Stream.concat(Stream.of(window.price()), window.prices().stream().map(Price::amount))
                .collect(Collectors.toSet());
    }

    List<Tier> tiers(Situation situation, LocalDate on) {
        Window window = window(on);
        BitSet holding = conditions.holding(situation);
        Level price = window.priceFor(holding);
        List<Level> choice = price == null ? allowed(holding) : List.of(price);
        return choice.stream().map(this::tier).toList();
    }

    private List<Level> allowed(BitSet holding) {
        return levels.stream()
                .filter(level -> level.only() < 0 || holding.get(level.only()))
                .toList();
    }

    private Tier tier(Level level) {
        Fen added = Fen.ZERO;
        for (Subsidy subsidy : subsidies(level.amount())) added = added.plus(subsidy.amount());
        return new Tier(level.amount(), added, level.clause(), level.assumed());
    }

    Assessment assess(Situation situation, LocalDate on, Fen tier) {
        BitSet holding = conditions.holding(situation);
        Level level = level(holding, window(on), tier);
        Fen due = level.amount();
        boolean tierAssumed =
                level.assumed() || tier == null && allowed(holding).size() > 1;
        OnBehalf first = null;
        boolean orderAssumed = false;
        for (OnBehalf rule : onBehalf) {
            if (!rule.paysFor(holding, due)) continue;
            // where one alone matches there is no order to decide
            orderAssumed |= first != null && (first.orderAssumed() || rule.orderAssumed());
            if (first == null) first = rule;
        }
        if (first != null) return paidOnBehalf(first, level, tierAssumed || orderAssumed);
        return new Assessment(
                insurance,
                due,
                level.clause(),
                due.isZero() ? List.of() : List.of(self(due, level.clause())),
                policyVersion,
                tierAssumed);
    }

    private Assessment paidOnBehalf(OnBehalf rule, Level level, boolean choiceAssumed) {
        Fen rest = level.amount();
        List<Share> shares = new ArrayList<>(rule.parts().size() + 1);
        for (Part part : rule.parts()) {
            Fen amount = part.of(level.amount(), rest);
            rest = rest.minus(amount);
            if (amount.isPositive())
                shares.add(new Share(Payer.PROXY, part.funder(), amount, part.clause(), rule.nameOf(part)));
        }
        if (rest.isPositive()) shares.add(self(rest, level.clause()));
        boolean assumed = choiceAssumed || rule.assumed() || (rule.restAssumed() && rest.isPositive());
        return new Assessment(insurance, level.amount(), level.clause(), shares, policyVersion, assumed);
    }

    private static Share self(Fen amount, String clause) {
        return new Share(Payer.SELF, "SELF", amount, clause, "own-contribution");
    }

    /** The level chosen; without a choice the lowest that the person may take. */
    private Level level(BitSet holding, Window window, Fen chosen) {
        Level price = window.priceFor(holding);
        if (price != null) {
            if (chosen == null || chosen.equals(price.amount())) return price;
            throw new TierNotAllowedException(
                    insurance.zh() + "应缴" + price.amount() + "元，不是" + chosen + "元",
                    insurance + " costs " + price.amount() + " yuan, not " + chosen,
                    price.clause());
        }
        String clause = null;
        for (Level level : levels) {
            boolean matches = chosen == null || level.amount().equals(chosen);
            if (matches && (level.only() < 0 || holding.get(level.only()))) return level;
            if (matches) clause = level.clause();
        }
        throw new TierNotAllowedException(
                insurance.zh() + "没有此人可选的" + chosen + "元档次",
                insurance + " has no tier of " + chosen + " yuan for this person",
                clause == null ? levels.get(0).clause() : clause);
    }

    /** Of each funder the first rule for the level; empty where the notice has no word on it. */
    List<Subsidy> subsidies(Fen tier) {
        Map<String, Subsidy> byFunder = new LinkedHashMap<>();
        for (SubsidyRule rule : subsidies) {
            if (rule.tiers().isEmpty() || rule.tiers().contains(tier))
                byFunder.putIfAbsent(rule.subsidy().funder(), rule.subsidy());
        }
        return List.copyOf(byFunder.values());
    }

    /** The first of those who must be insured that the person is among; null when among none. */
    MustInsure mustInsure(Situation situation) {
        BitSet holding = conditions.holding(situation);
        for (Obliged obliged : obliged) {
            if (holding.get(obliged.condition())) return obliged.why();
        }
        return null;
    }

    List<Grant> grants(Situation situation) {
        if (grants.isEmpty()) return List.of();
        BitSet holding = grantConditions.holding(situation);
        return grants.stream()
                .filter(rule -> holding.get(rule.condition()))
                .map(GrantRule::grant)
                .toList();
    }

    BenefitStart benefitStart(LocalDate paidOn) {
        return window(paidOn).benefitFor(paidOn);
    }

    /**
     * @param earlierYear whether it was paid for a fee year before that of the file
     * @param ownPaymentOn day of the last payment that was not made on behalf; null when there is none
     */
    BenefitStart benefitStart(boolean earlierYear, LocalDate completedOn, LocalDate ownPaymentOn) {
        if (earlierYear && earlierYears.onPayment()) return earlierYears.benefitStart(completedOn);
        Window window = window(completedOn);
        if (window.onBehalfWaits()) return window.benefitFor(completedOn);
        if (ownPaymentOn == null) return window.withoutWait(completedOn);
        BenefitStart start = window(ownPaymentOn).benefitFor(ownPaymentOn);
        return start.from().isBefore(completedOn) ? window.withoutWait(completedOn) : start;
    }

    /** The window of the day of payment; before the first one opens, the first one's terms are what will hold. */
    private Window window(LocalDate on) {
        for (Window window : windows) if (!on.isAfter(window.to())) return window;
        throw new NoPaymentWindowException(on);
    }
}
