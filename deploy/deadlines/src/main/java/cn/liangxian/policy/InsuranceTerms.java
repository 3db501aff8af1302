package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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
        List<SubsidyRule> subsidies,
        List<OnBehalf> onBehalf,
        Conditions grantConditions,
        List<GrantRule> grants,
        HoldRule hold) {

    record Refusal(int condition, String clause, String reason) {}

    record Admission(int condition, String clause) {}

    /** @param only the condition that must hold for this level, or -1 when everybody may choose it */
    record Level(Fen amount, int only, String clause) {}

    /** @param price null where the person chooses among levels; benefit: null where a wait is counted instead */
    record Window(
            LocalDate from,
            LocalDate to,
            Fen price,
            String clause,
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

        private BenefitStart withoutWait(LocalDate completedOn) {
            return new BenefitStart(completedOn, 0, benefitClause, benefitAssumed);
        }
    }

    /** @param tiers empty: every level */
    record SubsidyRule(List<Fen> tiers, Subsidy subsidy) {}

    /** @param yuan null where a percentage is paid */
    record OnBehalf(
            String name,
            int condition,
            Fen yuan,
            int percent,
            String funder,
            String clause,
            boolean assumed,
            boolean restAssumed) {

        /** Never more than is due; a part of a fen stays with the person. */
        Fen of(Fen due) {
            if (yuan == null) return Fen.of(due.amount() * percent / 100);
            return yuan.compareTo(due) < 0 ? yuan : due;
        }
    }

    record GrantRule(int condition, Grant grant) {}

    record HoldRule(List<Integer> birthdays, LocalDate until, boolean onlineOnly, String clause, boolean assumed) {}

    Decision eligible(Situation situation) {
        BitSet holding = conditions.holding(situation);
        for (Refusal refusal : refusals) {
            if (holding.get(refusal.condition())) return new Decision(false, refusal.clause(), refusal.reason());
        }
        for (Admission admission : admissions) {
            if (holding.get(admission.condition())) return new Decision(true, admission.clause(), "");
        }
        return new Decision(false, otherwise.clause(), otherwise.reason());
    }

    List<Tier> tiers(Situation situation, LocalDate on) {
        Window window = window(on);
        if (window.price() != null) return List.of(tier(window.price(), window.clause()));
        BitSet holding = conditions.holding(situation);
        List<Tier> allowed = new ArrayList<>();
        for (Level level : levels) {
            if (level.only() < 0 || holding.get(level.only())) allowed.add(tier(level.amount(), level.clause()));
        }
        return allowed;
    }

    private Tier tier(Fen amount, String clause) {
        return new Tier(amount, subsidy(amount).amount(), clause);
    }

    Assessment assess(Situation situation, LocalDate on, Fen tier) {
        BitSet holding = conditions.holding(situation);
        Level level = level(holding, window(on), tier);
        Fen due = level.amount();
        for (OnBehalf rule : onBehalf) {
            if (holding.get(rule.condition())) return paidOnBehalf(rule, level, tier == null && !levels.isEmpty());
        }
        return new Assessment(
                insurance,
                due,
                level.clause(),
                due.isZero() ? List.of() : List.of(self(due, level.clause())),
                policyVersion,
                tier == null && !levels.isEmpty());
    }

    private Assessment paidOnBehalf(OnBehalf rule, Level level, boolean tierAssumed) {
        Fen proxy = rule.of(level.amount());
        Fen rest = level.amount().minus(proxy);
        List<Share> shares = new ArrayList<>(2);
        if (proxy.isPositive()) shares.add(new Share(Payer.PROXY, rule.funder(), proxy, rule.clause(), rule.name()));
        if (rest.isPositive()) shares.add(self(rest, level.clause()));
        boolean assumed = tierAssumed || rule.assumed() || (rule.restAssumed() && rest.isPositive());
        return new Assessment(insurance, level.amount(), level.clause(), shares, policyVersion, assumed);
    }

    private static Share self(Fen amount, String clause) {
        return new Share(Payer.SELF, "SELF", amount, clause, "own-contribution");
    }

    /** The level chosen; without a choice the lowest that the person may take. */
    private Level level(BitSet holding, Window window, Fen chosen) {
        if (window.price() != null) {
            if (chosen == null || chosen.equals(window.price())) return new Level(window.price(), -1, window.clause());
            throw new TierNotAllowedException(
                    insurance + " costs " + window.price() + " yuan, not " + chosen, window.clause());
        }
        String clause = null;
        for (Level level : levels) {
            boolean matches = chosen == null || level.amount().equals(chosen);
            if (matches && (level.only() < 0 || holding.get(level.only()))) return level;
            if (matches) clause = level.clause();
        }
        throw new TierNotAllowedException(
                insurance + " has no tier of " + chosen + " yuan for this person",
                clause == null ? levels.get(0).clause() : clause);
    }

    Subsidy subsidy(Fen tier) {
        for (SubsidyRule rule : subsidies) {
            if (rule.tiers().isEmpty() || rule.tiers().contains(tier)) return rule.subsidy();
        }
        return new Subsidy(Fen.ZERO, "NOT_NAMED", false, "assumed", true);
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

    /** @param ownPaymentOn day of the last payment that was not made on behalf; null when there is none */
    BenefitStart benefitStart(LocalDate completedOn, LocalDate ownPaymentOn) {
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
