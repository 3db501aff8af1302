package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.Diary.Way;
import cn.liangxian.world.population.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Residents who pay by themselves, over a channel: WeChat, Alipay, a counter. A few pay a second time by mistake. */
public final class Payers implements Actor {
    private static final int COMES_AGAIN_AFTER = 7;
    private static final int TRIES = 4;

    private final Surroundings around;
    private final Diary diary;
    private final Bills bills;
    private final SpecialCases specialCases;
    private final Map<LocalDate, List<Payment>> later = new TreeMap<>();

    private record Payment(Purse purse, String channel, String voucher, boolean again) {}

    public Payers(Surroundings around, Diary diary, Bills bills, SpecialCases specialCases) {
        this.around = around;
        this.diary = diary;
        this.bills = bills;
        this.specialCases = specialCases;
    }

    /** Somebody who was to pay otherwise comes to this channel on a later day. */
    void expect(Purse purse, String channel, LocalDate day) {
        later(day, new Payment(purse, channel, purse.voucher("G"), false));
    }

    @Override
    public void atTheCounter(LocalDate day) {
        List<Payment> payments = new ArrayList<>();
        for (Purse purse : diary.purses(day, Way.CHANNEL))
            payments.add(new Payment(purse, purse.resident().habit().channel(), purse.voucher("C"), false));
        List<Payment> due = later.remove(day);
        if (due != null) {
            due.sort(Comparator.comparing(Payment::voucher));
            payments.addAll(due);
        }
        around.crowd().each(payments, payment -> pay(payment, day));
    }

    private void pay(Payment payment, LocalDate day) {
        Answer answer = post(payment);
        if (answer.ok()) {
            if (!payment.again()) perhapsAgain(payment, day);
            else confess(payment, day);
            return;
        }
        if (payment.again()) return;
        switch (answer.code()) {
            case "amount-differs", "tier-not-allowed", "tier-already-chosen" -> payWhatTheCounterSays(payment, day);
            case "payer-unknown" -> comesAgain(payment, day, COMES_AGAIN_AFTER);
            case SpecialCases.REFUSAL -> {
                specialCases.ask(payment.purse(), day, channelClient());
                comesAgain(payment, day, SpecialCases.COMES_AGAIN_AFTER);
            }
            default -> answer.orThrow("contribution " + payment.voucher());
        }
    }

    private void payWhatTheCounterSays(Payment payment, LocalDate day) {
        Purse corrected = bills.corrected(payment.purse(), channelClient()).orElse(null);
        if (corrected == null) return;
        Payment second = new Payment(corrected, payment.channel(), corrected.voucher("C"), false);
        post(second).orThrow("contribution " + second.voucher());
    }

    private void comesAgain(Payment payment, LocalDate day, int after) {
        if (payment.purse().tries() >= TRIES) return;
        Purse purse = payment.purse().again();
        LocalDate next = day.plusDays(after);
        wayOn(next, payment).ifPresent(channel -> later(next, new Payment(purse, channel, purse.voucher("C"), false)));
    }

    /** The same way where it is still open on the day, else another; empty when nothing is. */
    private Optional<String> wayOn(LocalDate day, Payment payment) {
        boolean open =
                around.county().channels().stream().anyMatch(c -> c.code().equals(payment.channel()) && c.openOn(day));
        if (open) return Optional.of(payment.channel());
        Chance die =
                around.chance().of("way later").of(payment.purse().resident().number());
        return diary.otherChannel(payment.purse().resident(), day, die);
    }

    private Answer post(Payment payment) {
        Purse purse = payment.purse();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idNumber", purse.resident().idNumber());
        body.put("insurance", purse.insurance().name());
        if (purse.insurance() == Insurance.PENSION) body.put("tier", purse.tierFen());
        body.put("amount", purse.fen());
        body.put("channel", payment.channel());
        body.put("voucher", payment.voucher());
        return around.access()
                .post(Service.COLLECTION, channelClient(), "/contributions", payment.voucher(), Body.json(body));
    }

    private String channelClient() {
        return around.access().client("channel", around.county().code());
    }

    /** Where others pay a part, a second payment is only refused: so those err who pay the whole. */
    private void perhapsAgain(Payment payment, LocalDate day) {
        Purse purse = payment.purse();
        Chance die = around.chance()
                .of("duplicate")
                .of(purse.insurance().ordinal())
                .of(purse.resident().number());
        if (!purse.wholeBySelf() || !die.happens(around.misbehaviour().duplicatePayments())) return;
        LocalDate next = day.plusDays(die.of("after").between(1, 6));
        diary.otherChannel(purse.resident(), next, die.of("channel"))
                .ifPresent(channel -> later(next, new Payment(purse, channel, purse.voucher("D"), true)));
    }

    private synchronized void later(LocalDate day, Payment payment) {
        later.computeIfAbsent(day, d -> new ArrayList<>()).add(payment);
    }

    private void confess(Payment payment, LocalDate day) {
        around.misdeeds()
                .did(
                        Kind.DUPLICATE_PAYMENT,
                        day,
                        payment.channel() + "/" + payment.voucher(),
                        payment.purse().fen(),
                        true);
    }
}
