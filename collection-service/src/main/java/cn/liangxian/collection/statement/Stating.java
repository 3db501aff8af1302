package cn.liangxian.collection.statement;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.statement.Statement.Cash;
import cn.liangxian.collection.statement.Statement.Taken;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Counts the totals from the database. */
@ApplicationScoped
class Stating {

    private final Jdbi jdbi;

    Stating(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Claims(
            Insurance insurance, long claims, long partly, long due, long self, long proxy, long sponsor, long unpaid) {
        long paid(Payer payer) {
            return switch (payer) {
                case SELF -> self;
                case PROXY -> proxy;
                case SPONSOR -> sponsor;
            };
        }
    }

    /** All of one moment: one snapshot for all counts. */
    @Transactional
    Statement now() {
        return jdbi.withHandle(h -> {
            h.execute("set transaction isolation level repeatable read read only");
            return count(h);
        });
    }

    private static Statement count(Handle h) {
        long claims = 0;
        long partly = 0;
        Map<Insurance, Fen> due = zeros();
        Map<Insurance, Fen> unpaid = zeros();
        Map<Payer, Map<Insurance, Fen>> paid = new EnumMap<>(Payer.class);
        for (Payer payer : Payer.values()) {
            paid.put(payer, zeros());
        }
        Iterable<Claims> counted = h.createQuery(
                        """
                        select c.insurance, count(*) as claims, count(*) filter (where c.state = 'PARTLY_PAID') as partly,
                            sum(c.due) as due, sum(paid_self) as self, sum(paid_proxy) as proxy,
                            sum(paid_sponsor) as sponsor,
                            coalesce(sum(c.due - paid_self - paid_proxy - paid_sponsor)
                                filter (where c.state <> 'PAID'), 0) as unpaid
                        from claim c join roster r using (roster_no) where r.state = 'ACCEPTED' group by c.insurance""")
                .map((row, context) -> new Claims(
                        Insurance.valueOf(row.getString("insurance")),
                        row.getLong("claims"),
                        row.getLong("partly"),
                        row.getLong("due"),
                        row.getLong("self"),
                        row.getLong("proxy"),
                        row.getLong("sponsor"),
                        row.getLong("unpaid")))
                .list();
        for (Claims of : counted) {
            claims += of.claims();
            partly += of.partly();
            due.put(of.insurance(), Fen.of(of.due()));
            unpaid.put(of.insurance(), Fen.of(of.unpaid()));
            for (Payer payer : Payer.values()) {
                paid.get(payer).put(of.insurance(), Fen.of(of.paid(payer)));
            }
        }
        return new Statement(
                claims,
                due,
                paid,
                byChannel(h),
                unpaid,
                partly,
                sum(h, "select coalesce(sum(amount), 0) from payment where outcome = 'SURPLUS'"),
                sum(h, "select coalesce(sum(amount), 0) from refund"),
                sum(h, "select coalesce(sum(returned), 0) from on_behalf"),
                sum(h, "select coalesce(sum(amount), 0) from on_behalf where state = 'WAITING_FOR_CLAIM'"),
                cash(h),
                rosters(h));
    }

    private static Map<String, Taken> byChannel(Handle h) {
        Map<String, Taken> byChannel = new TreeMap<>();
        h.createQuery(
                        """
                        select channel, count(*), sum(amount) from payment where outcome = 'PAID' group by channel""")
                .map((row, context) -> Map.entry(row.getString(1), new Taken(row.getLong(2), Fen.of(row.getLong(3)))))
                .forEach(entry -> byChannel.put(entry.getKey(), entry.getValue()));
        return byChannel;
    }

    private static Cash cash(Handle h) {
        return h.createQuery(
                        """
                        select coalesce(sum(amount), 0) as taken, coalesce(sum(paid), 0) as paid_in,
                            coalesce(sum(amount - paid), 0) as kept,
                            coalesce(sum(amount) filter (where state = 'RETURNED'), 0) as returned,
                            coalesce(sum(amount) filter (where state = 'HELD'), 0) as held
                        from cash_entry""")
                .map((row, context) -> new Cash(
                        Fen.of(row.getLong("taken")),
                        Fen.of(row.getLong("paid_in")),
                        Fen.of(row.getLong("kept")),
                        Fen.of(row.getLong("returned")),
                        Fen.of(row.getLong("held"))))
                .one();
    }

    private static Map<String, Long> rosters(Handle h) {
        Map<String, Long> rosters = new TreeMap<>();
        h.createQuery("select state, count(*) from roster group by state")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> rosters.put(entry.getKey(), entry.getValue()));
        return rosters;
    }

    private static Fen sum(Handle h, String query) {
        return Fen.of(h.createQuery(query).mapTo(Long.class).one());
    }

    private static Map<Insurance, Fen> zeros() {
        Map<Insurance, Fen> zeros = new EnumMap<>(Insurance.class);
        for (Insurance insurance : Insurance.values()) {
            zeros.put(insurance, Fen.ZERO);
        }
        return zeros;
    }
}
