package cn.liangxian.audit.supervision;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Each entry of the cash ledgers followed to its end, person by person: the receipt, the payment that the collector made
 * with a channel of a bank, the treasury's day on which that payment was checked by its voucher, and the entitlement.
 */
@ApplicationScoped
@Clause("bachu-2022/第四十一条(1)")
class CashTrails {

    private static final String TRAILS =
            """
            with entry as (
                select seq, subject, p from (
                    select seq, subject, payload_json(payload) as p from event
                    where topic = 'collection-cash-taken-v1' and seq > :after) e
                where starts_with(p ->> 'township', :area) order by seq limit :rows)
            select t.seq, t.subject as entry_id, t.p ->> 'receiptNo' as receipt_no, t.p ->> 'township' as township,
                t.p ->> 'village' as village, t.p ->> 'collector' as collector, t.p ->> 'insurance' as insurance,
                (t.p ->> 'amount')::bigint as taken, t.p ->> 'on' as taken_on,
                (s.p ->> 'paid')::bigint as paid, s.p ->> 'on' as paid_on, s.p ->> 'channel' as channel,
                s.p ->> 'voucher' as voucher, paid.there as booked, back.p ->> 'on' as returned_on,
                day.p is not null as balanced,
                amiss.kind as difference, n.p ->> 'recordedOn' as entitled_on
            from entry t
            left join lateral (select payload_json(payload) as p from event
                where topic = 'collection-cash-settled-v1' and subject = t.subject order by seq limit 1) s on true
            left join lateral (select payload_json(payload) as p from event
                where topic = 'collection-cash-returned-v1' and subject = t.subject limit 1) back on true
            left join lateral (select true as there from event
                where topic = 'collection-contribution-paid-v1' and subject = t.p ->> 'personKey'
                    and payload_json(payload) ->> 'paymentId' = s.p ->> 'paymentId' limit 1) paid on true
            left join lateral (select payload_json(payload) as p from event
                where topic = 'reconciliation-day-balanced-v1'
                    and subject = (s.p ->> 'on') || '/' || (s.p ->> 'insurance')
                order by (payload_json(payload) ->> 'version')::int desc limit 1) day on true
            left join lateral (select d ->> 'kind' as kind from jsonb_array_elements(day.p -> 'differences') d
                where d ->> 'channel' = s.p ->> 'channel' and d ->> 'voucher' = s.p ->> 'voucher' limit 1) amiss on true
            left join lateral (select payload_json(payload) as p from event
                where topic = 'reconciliation-entitlement-recorded-v1' and subject = t.p ->> 'personKey'
                    and payload_json(payload) ->> 'insurance' = t.p ->> 'insurance' order by seq desc limit 1) n on true
            order by t.seq""";

    private final Jdbi jdbi;

    CashTrails(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How far the money of an entry came. */
    public enum Reached {
        /** 收现未缴: taken, and not paid in. */
        TAKEN,
        /** 已退还: given back, since nothing was owed any more. */
        RETURNED,
        /** 已缴费未对账: paid in, and the day not balanced with the treasury. */
        PAID_IN,
        /** 国库不符: the treasury's day has a difference of this very voucher. */
        DIFFERS_IN_TREASURY,
        /** 已入库: in the treasury, and no entitlement recorded. */
        IN_TREASURY,
        /** 已记录权益. */
        ENTITLED
    }

    /**
     * One entry; who paid is not named, the receipt is.
     *
     * @param channel with which the collector paid in, {@code voucher} what the bank gave for it; null before
     * @param returnedOn when it was given back; null where it was not
     * @param difference what the treasury's day says of the voucher; null when it agrees
     * @param seq the cursor of the next page
     */
    public record Trail(
            String entryId,
            String receiptNo,
            String township,
            String village,
            String collector,
            Insurance insurance,
            Fen taken,
            LocalDate takenOn,
            Fen paid,
            LocalDate paidOn,
            String channel,
            String voucher,
            LocalDate returnedOn,
            String difference,
            LocalDate entitledOn,
            Reached reached,
            long seq) {}

    /** @param after the cursor of the last entry that was seen, 0 from the first on */
    List<Trail> of(String area, long after, int rows) {
        return jdbi.withHandle(h -> h.createQuery(TRAILS)
                .bind("area", area)
                .bind("after", after)
                .bind("rows", rows)
                .map((row, context) -> trail(row))
                .list());
    }

    private static Trail trail(ResultSet row) throws SQLException {
        return new Trail(
                row.getString("entry_id"),
                row.getString("receipt_no"),
                row.getString("township"),
                row.getString("village"),
                row.getString("collector"),
                Insurance.valueOf(row.getString("insurance")),
                Fen.of(row.getLong("taken")),
                date(row, "taken_on"),
                row.getString("paid") == null ? null : Fen.of(row.getLong("paid")),
                date(row, "paid_on"),
                row.getString("channel"),
                row.getString("voucher"),
                date(row, "returned_on"),
                row.getString("difference"),
                date(row, "entitled_on"),
                reached(row),
                row.getLong("seq"));
    }

    /** A settlement without the payment that it names counts as none. */
    private static Reached reached(ResultSet row) throws SQLException {
        if (!row.getBoolean("booked")) {
            return row.getString("returned_on") == null ? Reached.TAKEN : Reached.RETURNED;
        }
        if (row.getString("difference") != null) {
            return Reached.DIFFERS_IN_TREASURY;
        }
        if (!row.getBoolean("balanced")) {
            return Reached.PAID_IN;
        }
        return row.getString("entitled_on") == null ? Reached.IN_TREASURY : Reached.ENTITLED;
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        String date = row.getString(column);
        return date == null ? null : LocalDate.parse(date);
    }
}
