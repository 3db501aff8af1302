package cn.liangxian.reconciliation.statement;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.fiscal.FiscalAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where the money of each insurance is, from the channels to the fiscal account and the entitlement, at one moment. */
@ApplicationScoped
class MoneyFlow {

    private static final String CAME_IN =
            """
            select insurance, channel, sum(fen) as fen, sum(refunded) as refunded
            from collected_sum group by insurance, channel order by insurance, fen desc""";
    private static final String TREASURY =
            "select insurance, sum(total) as fen from current_treasury_day group by insurance";
    private static final String ENTITLED = "select insurance, sum(fen) as fen from entitled_sum group by insurance";
    private static final String RED_LIST =
            """
            select insurance, sum(paid) as fen from red_list
            where how is null and broken_link <> 'NOT_IN_TREASURY' group by insurance""";

    private final Jdbi jdbi;

    MoneyFlow(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Places of the money. */
    public enum Place {
        CHANNEL,
        COLLECTED,
        TREASURY,
        FISCAL_ACCOUNT,
        NOT_YET_SWEPT,
        BOOKING,
        UNDER_WAY,
        REFUNDED,
        UNKNOWN_TO_TAX,
        ENTITLED,
        RED_LIST,
        NOT_YET_BOOKED
    }

    /** Fen that went from one place to another; {@code channel} is the code where it came by, null further on. */
    public record Step(Insurance insurance, Place from, Place to, String channel, long fen) {}

    /** Only what is more than nothing. */
    List<Step> now() {
        return jdbi.inTransaction(h -> {
            h.execute("set transaction isolation level repeatable read");
            List<Step> steps = new ArrayList<>();
            Map<Insurance, Long> gross = new EnumMap<>(Insurance.class);
            Map<Insurance, Long> refunded = new EnumMap<>(Insurance.class);
            h.createQuery(CAME_IN)
                    .map((row, context) -> {
                        Insurance insurance = Insurance.valueOf(row.getString("insurance"));
                        gross.merge(insurance, row.getLong("fen"), Long::sum);
                        refunded.merge(insurance, row.getLong("refunded"), Long::sum);
                        return new Step(
                                insurance,
                                Place.CHANNEL,
                                Place.COLLECTED,
                                row.getString("channel"),
                                row.getLong("fen"));
                    })
                    .forEach(steps::add);
            Map<Insurance, Long> treasury = sums(h, TREASURY);
            Map<Insurance, Long> swept = FiscalAccounts.moved(h);
            Map<Insurance, Long> entitled = sums(h, ENTITLED);
            Map<Insurance, Long> redList = sums(h, RED_LIST);
            for (Insurance insurance : Insurance.values()) {
                further(
                        steps,
                        insurance,
                        gross.getOrDefault(insurance, 0L),
                        refunded.getOrDefault(insurance, 0L),
                        treasury.getOrDefault(insurance, 0L),
                        swept.getOrDefault(insurance, 0L),
                        entitled.getOrDefault(insurance, 0L),
                        redList.getOrDefault(insurance, 0L));
            }
            return steps.stream().filter(step -> step.fen() > 0).toList();
        });
    }

    private static void further(
            List<Step> steps,
            Insurance of,
            long gross,
            long refunded,
            long treasury,
            long swept,
            long entitled,
            long redList) {
        long net = gross - refunded;
        steps.add(new Step(of, Place.COLLECTED, Place.REFUNDED, null, refunded));
        steps.add(new Step(of, Place.COLLECTED, Place.TREASURY, null, Math.min(net, treasury)));
        steps.add(new Step(of, Place.COLLECTED, Place.UNDER_WAY, null, net - treasury));
        steps.add(new Step(of, Place.UNKNOWN_TO_TAX, Place.TREASURY, null, treasury - net));
        Place booked = sweep(steps, of, treasury, swept);
        steps.add(new Step(of, booked, Place.ENTITLED, null, entitled));
        steps.add(new Step(of, booked, Place.RED_LIST, null, redList));
        steps.add(new Step(of, booked, Place.NOT_YET_BOOKED, null, treasury - entitled - redList));
    }

    /**
     * Where the money lies does not say for whom it is booked, nor the other way round, so the two meet before the booking.
     * Without any sweep there is nothing to tell apart.
     *
     * @return from where it is booked person by person
     */
    private static Place sweep(List<Step> steps, Insurance of, long treasury, long swept) {
        if (swept == 0) {
            return Place.TREASURY;
        }
        long through = Math.min(swept, treasury);
        steps.add(new Step(of, Place.TREASURY, Place.FISCAL_ACCOUNT, null, through));
        // moved before the treasury reported it
        steps.add(new Step(of, Place.UNDER_WAY, Place.FISCAL_ACCOUNT, null, swept - through));
        steps.add(new Step(of, Place.TREASURY, Place.NOT_YET_SWEPT, null, treasury - through));
        steps.add(new Step(of, Place.FISCAL_ACCOUNT, Place.BOOKING, null, through));
        steps.add(new Step(of, Place.NOT_YET_SWEPT, Place.BOOKING, null, treasury - through));
        return Place.BOOKING;
    }

    private static Map<Insurance, Long> sums(Handle h, String query) {
        Map<Insurance, Long> sums = new EnumMap<>(Insurance.class);
        h.createQuery(query)
                .map((row, context) -> sums.put(Insurance.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return sums;
    }
}
