package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.SpecialCase;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.Diary.Way;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One in a thousand, and at least one, has missed the medical contribution of the year before: asks on the day of paying
 * for this year whether it may be paid too, and pays it when the agency has assessed it.
 */
public final class EarlierYears implements Actor {
    private static final double SHARE = 0.001;
    private static final Insurance INSURANCE = Insurance.MEDICAL;

    private final Surroundings around;
    private final Optional<SpecialCase> kind;
    private final List<Resident> late;
    /** By resident's number. */
    private final Map<Integer, String> asked = new HashMap<>();
    /** What the agency said yes to, in fen. */
    private final Map<String, Long> assessed = new HashMap<>();

    public EarlierYears(Surroundings around, Diary diary, List<Resident> residents) {
        this.around = around;
        this.kind = kind(around.policy());
        this.late = kind.isEmpty() ? List.of() : late(around, diary, residents);
        around.topics().subscribe("enrollment-assessment-made-v1", made -> {
            if (made.path("positive").asBoolean())
                assessed.put(
                        made.path("assessmentId").asText(), made.path("amount").asLong());
        });
    }

    /** Empty where the notice knows no such payment. */
    static Optional<SpecialCase> kind(Policy policy) {
        return policy.specialCases().stream()
                .filter(c -> c.earlierYears() && c.insurances().contains(INSURANCE))
                .findFirst();
    }

    /** Who has something to pay for the year before. */
    static List<Resident> late(Surroundings around, Diary diary, List<Resident> residents) {
        List<Resident> able = residents.stream()
                .filter(r -> r.habit().pays()
                        && diary.way(r) == Way.CHANNEL
                        // in the register from the beginning
                        && r.registersOn() == null
                        && !r.employeeInsured()
                        && channelOn(around, r, r.habit().day().plusDays(SpecialCases.COMES_AGAIN_AFTER))
                                .isPresent())
                .toList();
        List<Resident> drawn = able.stream()
                .filter(r -> around.chance().of("earlier year").of(r.number()).happens(SHARE))
                .toList();
        return drawn.isEmpty() ? able.stream().limit(1).toList() : drawn;
    }

    /** The way of the resident, where it is still open on the day. */
    private static Optional<String> channelOn(Surroundings around, Resident resident, LocalDate day) {
        return around.county().channels().stream()
                .filter(c -> c.code().equals(resident.habit().channel()) && c.openOn(day))
                .map(Channel::code)
                .findFirst();
    }

    @Override
    public void atTheCounter(LocalDate day) {
        for (Resident resident : late) {
            LocalDate asks = resident.habit().day();
            if (day.equals(asks)) ask(resident);
            if (day.equals(asks.plusDays(SpecialCases.COMES_AGAIN_AFTER))) pay(resident, day);
        }
    }

    private void ask(Resident resident) {
        Answer answer = around.access()
                .post(
                        Service.ENROLLMENT,
                        client(),
                        "/assessments",
                        "earlier-year-" + resident.number(),
                        Body.json(Map.of(
                                "idNumber", resident.idNumber(),
                                "insurance", INSURANCE.name(),
                                "kind", kind.orElseThrow().code(),
                                "feeYear", year())));
        answer.orThrow("assessment of an earlier year");
        asked.put(resident.number(), answer.json().path("assessmentId").asText());
    }

    /** Only what was assessed: to whom the agency says no, nothing is owed for that year. */
    private void pay(Resident resident, LocalDate day) {
        Long amount = assessed.get(asked.get(resident.number()));
        if (amount == null) return;
        String voucher = "Y-" + resident.number();
        around.access()
                .post(
                        Service.COLLECTION,
                        client(),
                        "/contributions",
                        voucher,
                        Body.json(Map.of(
                                "idNumber", resident.idNumber(),
                                "insurance", INSURANCE.name(),
                                "feeYear", year(),
                                "amount", amount,
                                "channel", channelOn(around, resident, day).orElseThrow(),
                                "voucher", voucher)))
                .orThrow("contribution " + voucher);
    }

    private int year() {
        return around.policy().feeYear() - 1;
    }

    private String client() {
        return around.access().client("channel", around.county().code());
    }
}
