package cn.liangxian.journeys.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who owes what, and what was paid for it: rosters, contributions, surplus, refunds, returns. */
final class Claims {

    /** A claim is one resident, one insurance, one fee year. */
    private static final class Claim {
        private long rosterDue;
        private boolean rostered;
        private Long assessed;
        private Long due;
        private long paid;
        private long lastPaidInAll;
        private String lastSaid = "";

        /** Of what was said to be paid in all the latest word holds, in whatever order topics are read: ids grow. */
        private void said(Event event) {
            if (event.id().compareTo(lastSaid) > 0) {
                lastSaid = event.id();
                lastPaidInAll = event.number("paidInAll");
            }
        }
    }

    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, String> insuranceOfLine = new HashMap<>();
    private final Map<String, Boolean> rosters = new HashMap<>();
    private final Map<String, Set<String>> linesOfRoster = new HashMap<>();
    private final Map<String, Long> duesOfLines = new HashMap<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> vouchers = new HashSet<>();
    private final List<String> bookedTwice = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private long takenOff;
    final Sums payers = new Sums();
    final Sums channels = new Sums();
    final Sums surplus = new Sums();
    final Sums refunds = new Sums();
    final Sums returned = new Sums();

    void take(Event event) {
        switch (event.fact()) {
            case "enrollment-roster-line" -> line(event);
            case "collection-roster-received" ->
                rosters.put(event.text("rosterId"), event.data().get("accepted").asBoolean());
            case "enrollment-assessment-made" -> assessed(event);
            case "collection-contribution-paid" -> paid(event);
            case "collection-contribution-surplus" -> {
                booked(event);
                surplus.add(event.text("insurance"), event.number("amount"));
            }
            case "collection-refund-listed" -> refunded(event);
            case "collection-payment-returned" -> returned.add(event.text("payer"), event.number("amount"));
            default -> {}
        }
    }

    private static String key(Event event) {
        return event.text("insurance") + ' ' + event.text("feeYear") + ' ' + event.text("personKey");
    }

    private void line(Event event) {
        String line = event.text("rosterId") + '#' + event.number("number");
        if (duesOfLines.put(line, event.number("due")) == null) {
            linesOfRoster
                    .computeIfAbsent(event.text("rosterId"), r -> new HashSet<>())
                    .add(line);
            insuranceOfLine.put(line, key(event));
        }
    }

    /** For an earlier fee year the agency assesses who owes what. */
    private void assessed(Event event) {
        if (event.data().get("positive").asBoolean()) {
            claims.computeIfAbsent(key(event), k -> new Claim()).assessed = event.number("amount");
        }
    }

    /** A voucher is the payer's money once, whether it was owed or not. */
    private void booked(Event event) {
        String voucher = event.text("channel") + '/' + event.text("voucher");
        if (!vouchers.add(voucher)) {
            bookedTwice.add("booked twice: " + voucher);
        }
    }

    private void paid(Event event) {
        booked(event);
        Claim claim = claims.computeIfAbsent(key(event), k -> new Claim());
        long amount = event.number("amount");
        claim.paid += amount;
        // of one person the events come in the order of the payments, with the tier chosen last
        claim.due = event.number("due");
        claim.said(event);
        payers.add(event.text("insurance") + ' ' + event.text("payer"), amount);
        channels.add(event.text("channel"), amount);
    }

    /** What had been paid for a claim is taken off it; a surplus never was. */
    private void refunded(Event event) {
        long amount = event.number("amount");
        refunds.add(event.text("insurance"), amount);
        if (event.data().hasNonNull("paidInAll")) {
            Claim claim = claims.computeIfAbsent(key(event), k -> new Claim());
            claim.paid -= amount;
            claim.said(event);
            String payer = event.text("channel").equals("PROXY") ? " PROXY" : " SELF";
            payers.add(event.text("insurance") + payer, 0, -amount);
            takenOff += amount;
        }
    }

    /** How much of the refunds had been paid for claims. */
    long takenOff() {
        return takenOff;
    }

    /** Applies the accepted rosters; call once, when everything was read. */
    void settle() {
        rosters.forEach((roster, accepted) -> {
            if (accepted) {
                linesOfRoster.getOrDefault(roster, Set.of()).forEach(line -> {
                    Claim claim = claims.computeIfAbsent(insuranceOfLine.get(line), k -> new Claim());
                    claim.rosterDue = duesOfLines.get(line);
                    claim.rostered = true;
                    people.add(insuranceOfLine
                            .get(line)
                            .substring(insuranceOfLine.get(line).lastIndexOf(' ') + 1));
                });
            }
        });
        Set<String> years = new HashSet<>();
        insuranceOfLine.values().forEach(key -> years.add(year(key)));
        claims.forEach((key, claim) -> {
            if (claim.assessed != null && !years.contains(year(key))) {
                claim.rosterDue = claim.assessed;
                claim.rostered = true;
            }
            if (!claim.rostered) {
                contradictions.add("paid but on no accepted roster: " + key);
            }
            if (claim.paid != claim.lastPaidInAll) {
                contradictions.add("payments do not add up to what was said to be paid: " + key);
            }
            if (claim.due != null && claim.paid > claim.due) {
                contradictions.add("more paid than due: " + key);
            }
        });
    }

    int people() {
        return people.size();
    }

    Sums due() {
        return sum(c -> dueOf(c));
    }

    /** By the last word on each claim, not by adding up its payments: a payment that is lost or doubled shows. */
    Sums unpaid() {
        return sum(c -> dueOf(c) - c.lastPaidInAll);
    }

    List<String> contradictions() {
        List<String> all = new ArrayList<>(bookedTwice);
        all.addAll(contradictions);
        return all;
    }

    List<String> bookedTwice() {
        return bookedTwice;
    }

    private static long dueOf(Claim claim) {
        return claim.due == null ? claim.rosterDue : claim.due;
    }

    private Sums sum(java.util.function.ToLongFunction<Claim> value) {
        Sums sums = new Sums();
        claims.forEach((key, claim) -> sums.add(insurance(key), value.applyAsLong(claim)));
        return sums;
    }

    private static String year(String key) {
        return key.split(" ", 3)[1];
    }

    private static String insurance(String key) {
        return key.substring(0, key.indexOf(' '));
    }
}
