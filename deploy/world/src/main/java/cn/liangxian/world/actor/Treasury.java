package cn.liangxian.world.actor;

import cn.liangxian.world.Misbehaviour.LeftOpen;
import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.TreasuryDay.Row;
import cn.liangxian.world.population.Chance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The treasury: books what came in and reports each date and insurance on the day after tax summed it up. On some days it
 * leaves out a row or books one twice, and restates the day later.
 */
public final class Treasury implements Actor {
    private final Surroundings around;
    private final Map<String, TreasuryDay> open = new TreeMap<>();
    private final List<String> summed = new ArrayList<>();
    private final Map<LocalDate, List<TreasuryDay>> restatements = new TreeMap<>();
    /** What it has reported, by date and insurance, as it stands now. */
    private final Map<String, TreasuryDay> reported = new TreeMap<>();
    /** Faults still to be made, each from a date on at the first opportunity. */
    private final List<Fault> faults = new ArrayList<>();

    private record Fault(Kind kind, LocalDate from) {}

    public Treasury(Surroundings around) {
        this.around = around;
        around.topics().subscribe("collection-contribution-paid-v1", e -> book(e, "paidOn", 1));
        around.topics().subscribe("collection-contribution-surplus-v1", e -> book(e, "paidOn", 1));
        around.topics().subscribe("collection-refund-listed-v1", e -> book(e, "madeOn", -1));
        around.topics().subscribe("collection-day-summed-v1", this::sum);
        plan(Kind.TREASURY_MISSING, around.misbehaviour().treasuryMissing());
        plan(Kind.TREASURY_DOUBLED, around.misbehaviour().treasuryDoubled());
    }

    private void plan(Kind kind, int count) {
        LocalDate pay = around.county().pay().from();
        int days = (int) (around.county().pay().to().toEpochDay() - pay.toEpochDay());
        for (int n = 0; n < count; n++) {
            int day = around.chance().of(kind.name()).of(n).below(Math.max(1, days - 10));
            faults.add(new Fault(kind, pay.plusDays(day)));
        }
        faults.sort(Comparator.comparing(Fault::from).thenComparing(Fault::kind));
    }

    private void book(JsonNode event, String on, int sign) {
        day(event.path(on).asText(), event.path("insurance").asText())
                .rows()
                .add(new Row(
                        event.path("channel").asText(),
                        event.path("voucher").asText(),
                        sign * event.path("amount").asLong()));
    }

    private TreasuryDay day(String date, String insurance) {
        return open.computeIfAbsent(
                date + "/" + insurance, k -> new TreasuryDay(LocalDate.parse(date), insurance, new ArrayList<>()));
    }

    private void sum(JsonNode event) {
        summed.add(event.path("date").asText() + "/" + event.path("insurance").asText());
    }

    @Override
    public void inTheBackOffice(LocalDate today) {
        List<TreasuryDay> reports = new ArrayList<>();
        summed.sort(Comparator.naturalOrder());
        for (String key : summed) {
            String[] parts = key.split("/");
            reports.add(faulty(day(parts[0], parts[1]).sorted(), today));
            open.remove(key);
        }
        summed.clear();
        around.crowd().each(reports, day -> report(day, 1));
        reports.forEach(day -> reported.put(day.date() + "/" + day.insurance(), day));
        List<TreasuryDay> restated = restatements.remove(today);
        if (restated == null) return;
        around.crowd().each(restated, day -> report(day, 2));
        restated.forEach(day -> reported.put(day.date() + "/" + day.insurance(), day));
    }

    /** What was reported of the month, in fen. */
    long total(YearMonth month, String insurance) {
        return of(month, insurance).mapToLong(TreasuryDay::total).sum();
    }

    /** What was reported of the date, in fen. */
    long total(LocalDate date, String insurance) {
        TreasuryDay day = reported.get(date + "/" + insurance);
        return day == null ? 0 : day.total();
    }

    /** How many bookings were reported of the month. */
    int entries(YearMonth month, String insurance) {
        return of(month, insurance).mapToInt(day -> day.rows().size()).sum();
    }

    private Stream<TreasuryDay> of(YearMonth month, String insurance) {
        return reported.values().stream()
                .filter(day -> day.insurance().equals(insurance)
                        && YearMonth.from(day.date()).equals(month));
    }

    private void report(TreasuryDay day, int version) {
        around.access()
                .post(
                        Service.RECONCILIATION,
                        around.access().client("treasury", around.county().code()),
                        "/treasury-days",
                        "treasury-" + day.date() + "-" + day.insurance() + "-" + version,
                        day.report(version))
                .orThrow("treasury day " + day.date() + " " + day.insurance());
    }

    private TreasuryDay faulty(TreasuryDay day, LocalDate today) {
        Fault fault = faults.stream()
                .filter(f -> !day.date().isBefore(f.from()))
                .findFirst()
                .orElse(null);
        List<Row> residents = day.rows().stream().filter(Row::ofResident).toList();
        if (fault == null || residents.isEmpty()) return day;
        faults.remove(fault);
        Chance die = around.chance().of(fault.kind().name()).of(day.date().toString());
        Row row = residents.get(die.of("row").below(residents.size()));
        boolean missing = fault.kind() == Kind.TREASURY_MISSING;
        boolean stays = around.misbehaviour().leftOpen() == (missing ? LeftOpen.MISSING : LeftOpen.DOUBLED);
        if (!stays) {
            restatements
                    .computeIfAbsent(today.plusDays(die.of("restated").between(3, 6)), d -> new ArrayList<>())
                    .add(day);
        }
        around.misdeeds().did(fault.kind(), today, row.channel() + "/" + row.voucher(), row.fen(), !stays);
        return missing ? day.without(row) : day.with(row);
    }
}
