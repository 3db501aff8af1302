package cn.liangxian.journeys.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What residents and sponsors paid in a month, less what went back to them, is what of premiums is moved or left to be moved. */
final class Sweeps {

    /** By month and insurance, fen. */
    private final Map<String, Long> premiums = new HashMap<>();

    private final Map<String, Long> swept = new TreeMap<>();
    private final Map<String, Event> last = new HashMap<>();

    void take(Event event) {
        switch (event.fact()) {
            case "collection-contribution-paid" -> {
                if (!event.text("payer").equals("PROXY")) add(event, "paidOn", 1);
            }
            case "collection-contribution-surplus" -> add(event, "paidOn", 1);
            case "collection-refund-listed" -> {
                if (!event.text("channel").equals("PROXY")) add(event, "madeOn", -1);
            }
            case "subsidy-funds-swept" -> {
                if (event.text("money").equals("PREMIUM")) {
                    String key = event.text("month") + " " + event.text("insurance");
                    swept.merge(key, event.number("amount"), Long::sum);
                    last.merge(key, event, (one, other) -> one.id().compareTo(other.id()) > 0 ? one : other);
                }
            }
            default -> {}
        }
    }

    private void add(Event event, String on, int sign) {
        String month = event.text(on).substring(0, "2023-11".length());
        premiums.merge(month + " " + event.text("insurance"), sign * event.number("amount"), Long::sum);
    }

    /** Of the months of which something was moved. */
    List<String> contradictions() {
        List<String> all = new ArrayList<>();
        swept.forEach((key, amount) -> {
            long told = amount + last.get(key).number("left");
            long paid = premiums.getOrDefault(key, 0L);
            if (told != paid) {
                all.add("premiums of " + key + ": " + paid + " fen came in, " + told + " were to be moved");
            }
        });
        return all;
    }
}
