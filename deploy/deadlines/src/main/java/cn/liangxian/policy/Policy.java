package cn.liangxian.policy;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.deadlines.Anchors;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one jurisdiction decided for one fee year, read from its file: all that differs from county to county. Immutable and
 * safe to share between threads. Every answer carries its clause, and says so where it is a reading that no text gives.
 */
public final class Policy {
    private final String id;
    private final String digest;
    private final Set<String> documents;
    private final int feeYear;
    private final Jurisdiction jurisdiction;
    private final Campaign campaign;
    private final Effective effective;
    private final SignOffs signOffs;
    private final List<Assumption> assumptions;
    private final AgeRule ages;
    private final List<Category> categories;
    private final List<Funder> funders;
    private final List<Channel> channels;
    private final Vocabulary vocabulary;
    private final Map<Insurance, InsuranceTerms> insurances;
    private final Map<String, Deadline> deadlines;
    private final Map<String, Schedule> schedules;
    private final List<EscalationStep> escalation;
    private final Optional<DebitTerms> debit;
    private final Optional<CashRiskTerms> cashRisk;
    private final Optional<PersonalDataTerms> personalData;
    private final Optional<HoldingLimit> holdingLimit;
    private final List<Procedure> procedures;
    private final List<SpecialCase> specialCases;
    private final Conditions screeningConditions;
    private final List<ScreeningRule> screening;
    private final Anchors anchors;
    private final Targets targets;
    private final Shortage shortage;
    private final Policy before;
    private final LocalDate since;

    private Policy(PolicyFile file, Path holidays) {
        Draft draft = new Draft(file);
        CountyReader county = new CountyReader(draft);
        WorkCalendar calendar = WorkCalendar.load(
                holidays, file.root().path("jurisdiction").path("calendar").textValue());
        id = file.id();
        digest = file.digest();
        documents = Collections.unmodifiableSet(file.documents());
        feeYear = county.feeYear();
        campaign = county.campaign();
        jurisdiction = county.jurisdiction(calendar);
        effective = county.effective();
        signOffs = county.signOffs();
        ages = county.ages();
        categories = List.copyOf(county.categories());
        funders = List.copyOf(county.funders());
        channels = List.copyOf(county.channels());
        vocabulary = new Vocabulary(categories);
        insurances = InsuranceReader.read(draft, vocabulary, version());
        HandoffReader handoffs = new HandoffReader(draft, calendar);
        deadlines = Collections.unmodifiableMap(handoffs.deadlines());
        schedules = Collections.unmodifiableMap(handoffs.schedules());
        escalation = List.copyOf(handoffs.escalation());
        debit = new DebitReader(draft, calendar).debit(channels);
        cashRisk = CashRiskTerms.read(draft, channels);
        personalData = PersonalDataTerms.read(draft);
        holdingLimit = HoldingLimit.read(draft);
        procedures = List.copyOf(Procedure.read(draft));
        specialCases = List.copyOf(county.specialCases());
        screeningConditions = new Conditions(vocabulary);
        screening = List.copyOf(InsuranceReader.screening(draft, screeningConditions));
        anchors = draft.anchors();
        targets = Targets.read(draft, county.targets(), campaign);
        shortage = Shortage.read(draft);
        since = file.since() == null ? effective.from() : draft.day(file.since());
        before = file.amended() == null ? null : new Policy(file.amended(), holidays);
        assumptions = Assumption.all(draft);
        if (!draft.problems().isEmpty()) throw new InvalidPolicyException(id, draft.problems());
    }

    /** As the other, of a file whose holiday files lie in {@code holidays/} beside it. */
    public static Policy load(Path yaml) {
        return load(yaml, yaml.toAbsolutePath().resolveSibling("holidays"));
    }

    /** @throws InvalidPolicyException with every problem and its line */
    public static Policy load(Path yaml, Path holidays) {
        return new Policy(PolicyFile.read(yaml), holidays);
    }

    /** The name of the file without its ending, for example "yicheng-2024" style: county and fee year. */
    public String id() {
        return id;
    }

    /** The id and the first twelve digits of the digest: what a result is recorded with. */
    public String version() {
        return id + "@" + digest.substring(0, 12);
    }

    /** The documents that this policy carries out, by the prefix of their clauses. */
    public Set<String> documents() {
        return documents;
    }

    /** SHA-256 of the file, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** The policy as it stands on a day: before an amendment 补充通知 is in force, the one that it amends. */
    public Policy on(LocalDate day) {
        return before != null && day.isBefore(since) ? before.on(day) : this;
    }

    /** The first day on which what this file itself says holds; later than {@link #effective()} for an amendment. */
    public LocalDate since() {
        return since;
    }

    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    public int feeYear() {
        return feeYear;
    }

    public Campaign campaign() {
        return campaign;
    }

    /** From when until when the notice is in force. */
    public Effective effective() {
        return effective;
    }

    /** Who must have agreed to this text before it comes into force. */
    public SignOffs signOffs() {
        return signOffs;
    }

    /** Every reading of this file that no text gives, in the order of the file, to be shown as assumed. */
    public List<Assumption> assumptions() {
        return assumptions;
    }

    /** In order of precedence, the strongest first. */
    public List<Category> categories() {
        return categories;
    }

    public Optional<Category> category(String code) {
        return categories.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The names behind the funder codes of shares, subsidies and grants. */
    public List<Funder> funders() {
        return funders;
    }

    public List<Channel> channels() {
        return channels;
    }

    /** Empty in a county that does not debit accounts in batches. */
    public Optional<DebitTerms> debit() {
        return debit;
    }

    /** Empty in a county whose notice does not say how cash is watched. */
    public Optional<CashRiskTerms> cashRisk() {
        return cashRisk;
    }

    /** Empty in a county whose notice does not bind the use of personal data to named duties. */
    public Optional<PersonalDataTerms> personalData() {
        return personalData;
    }

    /** Empty in a county that sets no limit to the cash that collectors of villages hold. */
    public Optional<HoldingLimit> holdingLimit() {
        return holdingLimit;
    }

    /** What the notice leaves to other documents; empty where it leaves nothing to any. */
    public List<Procedure> procedures() {
        return procedures;
    }

    public Optional<Channel> channel(String code) {
        return channels.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The insurances that this notice speaks of. */
    public Set<Insurance> insurances() {
        return Collections.unmodifiableSet(insurances.keySet());
    }

    /** The payment windows of an insurance, in order and without a gap. */
    public List<PaymentWindow> windows(Insurance insurance) {
        return terms(insurance).paymentWindows();
    }

    /** Whether the person may take part in the insurance on the day. */
    public Decision eligible(Insurance insurance, PersonFacts person, LocalDate on) {
        if (on(on) != this) return on(on).eligible(insurance, on(on).known(person), on);
        InsuranceTerms terms = terms(insurance);
        return terms.eligible(situation(terms.conditions(), person, on));
    }

    /** The levels that the person may choose on the day, the lowest first. */
    public List<Tier> tiers(Insurance insurance, PersonFacts person, LocalDate on) {
        if (on(on) != this) return on(on).tiers(insurance, on(on).known(person), on);
        InsuranceTerms terms = terms(insurance);
        return terms.tiers(situation(terms.conditions(), person, on), on);
    }

    /** Every amount that anybody may owe on the day; as {@link #tiers} where nothing can be paid any more. */
    public Set<Fen> amounts(Insurance insurance, LocalDate on) {
        return on(on).terms(insurance).amounts(on);
    }

    /**
     * What the person owes when paying on the day, and who pays which share. Does not ask whether the person is eligible.
     * Before the first window opens the terms of that window are used, so that a roster can be prepared in advance.
     *
     * @param tier the level chosen; null means the only price, or else the lowest level allowed, and counts as assumed
     * @throws TierNotAllowedException when the level is not for this person
     * @throws NoPaymentWindowException when nothing can be paid any more on that day
     */
    public Assessment assess(Insurance insurance, PersonFacts person, LocalDate on, Fen tier) {
        if (on(on) != this) return on(on).assess(insurance, on(on).known(person), on, tier);
        InsuranceTerms terms = terms(insurance);
        return terms.assess(situation(terms.conditions(), person, on), on, tier);
    }

    /** Why this person must be insured; empty for whom the county does not answer. */
    public Optional<MustInsure> mustInsure(Insurance insurance, PersonFacts person, LocalDate on) {
        if (on(on) != this) return on(on).mustInsure(insurance, on(on).known(person), on);
        InsuranceTerms terms = terms(insurance);
        return Optional.ofNullable(terms.mustInsure(situation(terms.conditions(), person, on)));
    }

    /** What townships must reach, and when it is measured. */
    public Targets targets() {
        return targets;
    }

    /** What governments add for a contribution at this level, one for each funder; none where the notice has no word on it. */
    public List<Subsidy> governmentSubsidies(Insurance insurance, Fen tier) {
        return terms(insurance).subsidies(tier);
    }

    /** What the person gets beside, of all insurances. */
    public List<Grant> grants(PersonFacts person, LocalDate on) {
        if (on(on) != this) return on(on).grants(on(on).known(person), on);
        return insurances.values().stream()
                .flatMap(terms -> terms.grants(situation(terms.grantConditions(), person, on)).stream())
                .toList();
    }

    /** The birthday that a payment through this channel on this day should wait for; empty when it may go on. */
    public Optional<Hold> hold(Insurance insurance, PersonFacts person, String channel, LocalDate on) {
        if (on(on) != this) return on(on).hold(insurance, person, channel, on);
        InsuranceTerms.HoldRule rule = terms(insurance).hold();
        if (rule == null || on.isAfter(rule.until())) return Optional.empty();
        if (rule.onlineOnly() && !channel(channel).map(Channel::online).orElse(false)) return Optional.empty();
        return rule.hold(ages, person.birth(), on);
    }

    /** The payments that an agency assesses before they are made; empty where the notice knows none. */
    public List<SpecialCase> specialCases() {
        return specialCases;
    }

    public Optional<SpecialCase> specialCase(String code) {
        return specialCases.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The case for which a payment of this person on the day needs an assessment first; empty when it needs none. */
    public Optional<SpecialCase> assessmentNeeded(Insurance insurance, PersonFacts person, LocalDate on) {
        return specialCases.stream()
                .filter(c -> c.needed(insurance, person.birth(), on))
                .filter(c -> !c.exceptHeld() || !terms(insurance).heldSince(ages, person.birth(), c.from()))
                .findFirst();
    }

    /** What screening looks for; empty where the county says nothing of it. */
    public List<ScreeningRule> screening() {
        return screening;
    }

    /** The screening rules by which this person's statuses are doubtful on the day. */
    public List<ScreeningRule> doubts(PersonFacts person, LocalDate on) {
        if (screening.isEmpty()) return List.of();
        var holding = screeningConditions.holding(situation(screeningConditions, person, on));
        return screening.stream().filter(rule -> holding.get(rule.condition())).toList();
    }

    public BenefitStart benefitStart(Insurance insurance, LocalDate paidOn) {
        return on(paidOn).terms(insurance).benefitStart(paidOn);
    }

    /**
     * The first day of benefit of a claim to which public money may have contributed. Where the policy lets nobody wait
     * for a payment on behalf, the wait counts from the own payment alone, and nobody has benefit before all is paid.
     *
     * @param feeYear what the claim is for; one for an earlier year than the file's 补缴 may entitle from another day
     * @param ownPaymentOn day of the last payment that was not made on behalf; null when there is none
     */
    public BenefitStart benefitStart(Insurance insurance, int feeYear, LocalDate completedOn, LocalDate ownPaymentOn) {
        return on(completedOn).terms(insurance).benefitStart(feeYear < this.feeYear, completedOn, ownPaymentOn);
    }

    public Shortage shortage() {
        return shortage;
    }

    /** Who approves that money of an insurance goes back, and who pays it. */
    public RefundTerms refunds(Insurance insurance) {
        return terms(insurance).refunds();
    }

    /** The terms of time of a handoff; its key is the topic without {@code -v<n>}. */
    public Optional<Deadline> deadline(String handoff) {
        return Optional.ofNullable(deadlines.get(handoff));
    }

    /** All terms of time by handoff, in the order of the file. */
    public Map<String, Deadline> deadlines() {
        return deadlines;
    }

    /** Who must have reviewed the handoff before it goes out; empty when nobody is named. */
    public List<Department> reviewers(String handoff) {
        return deadline(handoff).map(Deadline::reviewers).orElse(List.of());
    }

    /** @throws IllegalArgumentException when the policy has no such schedule */
    public Schedule schedule(String name) {
        if (schedules.containsKey(name)) return schedules.get(name);
        throw new IllegalArgumentException("no schedule '" + name + "' in " + schedules.keySet());
    }

    public Map<String, Schedule> schedules() {
        return schedules;
    }

    /** Whether the policy has such a schedule and plans a run for the day. */
    public boolean runs(String schedule, LocalDate day) {
        return schedules.containsKey(schedule) && schedules.get(schedule).runsOn(day);
    }

    /** The ladder by which deadlines are pressed, in the order of the file; empty when nobody is told. */
    public List<EscalationStep> escalation() {
        return escalation;
    }

    /** The days of the campaign and the fee year that deadlines count from. */
    public Anchors anchors() {
        return anchors;
    }

    /** Evaluates the conditions of an insurance without using or keeping results; for measuring. */
    void evaluateAfresh(Insurance insurance, PersonFacts person, LocalDate on) {
        Conditions conditions = terms(insurance).conditions();
        conditions.evaluate(situation(conditions, person, on));
    }

    /** Identities under codes that only an amendment knows decide nothing before it. */
    private PersonFacts known(PersonFacts person) {
        return person.with(person.identities().stream()
                .filter(identity -> category(identity.category()).isPresent())
                .toList());
    }

    private InsuranceTerms terms(Insurance insurance) {
        if (insurances.containsKey(insurance)) return insurances.get(insurance);
        throw new IllegalArgumentException("the policy says nothing about " + insurance);
    }

    private Situation situation(Conditions conditions, PersonFacts person, LocalDate on) {
        LocalDate wife = person.sex() == Sex.FEMALE ? person.birth() : person.wifeBirth();
        int wifeAge = wife == null || !conditions.asksForWife() ? -1 : ages.age(wife, on);
        return new Situation(vocabulary.flags(person, on), ages.age(person.birth(), on), wifeAge);
    }
}
