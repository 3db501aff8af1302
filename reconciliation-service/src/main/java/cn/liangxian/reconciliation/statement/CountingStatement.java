package cn.liangxian.reconciliation.statement;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import cn.liangxian.reconciliation.balance.DayState;
import cn.liangxian.reconciliation.statement.Statement.Collected;
import cn.liangxian.reconciliation.statement.Statement.Counted;
import cn.liangxian.reconciliation.statement.Statement.People;
import cn.liangxian.reconciliation.statement.Statement.Treasury;
import cn.liangxian.reconciliation.statement.Statement.Unbalanced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Counts the statement, all of it at one moment. */
@ApplicationScoped
class CountingStatement {

    private static final String COLLECTED =
            """
            select insurance, count(*) filter (where kind = 'PAID') as payments,
                   coalesce(sum(fen) filter (where kind = 'PAID'), 0) as paid,
                   coalesce(sum(fen) filter (where kind = 'SURPLUS'), 0) as surplus,
                   coalesce(-sum(fen) filter (where kind = 'REFUND'), 0) as refunded, sum(fen) as net
            from collected group by insurance""";
    private static final String TREASURY =
            "select insurance, count(*) as days, sum(rows) as rows, sum(total) as total from current_treasury_day group by insurance";
    private static final String DIFFERENCES =
            "select kind, count(*) as count, sum(fen) as fen from current_difference where open group by kind";
    private static final String FOUND =
            """
            select kind, count(*) from (
                select distinct kind, day, insurance, channel, voucher from difference) d group by kind""";
    private static final String CROSS_DAY =
            "select count(distinct (insurance, channel, voucher)) from current_difference where not open";
    private static final String DAYS = "select state, count(*) from day_position group by state";
    private static final String NOT_BALANCED =
            """
            select (select coalesce(sum(fen), 0) from collected)
                   - (select coalesce(sum(collected), 0) from current_balance) as collected,
                   (select coalesce(sum(total), 0) from current_treasury_day)
                   - (select coalesce(sum(treasury), 0) from current_balance) as treasury""";
    private static final String ENTITLED =
            "select insurance, count(*) as people, sum(e.paid) as fen from entitled e join claim c using (person_key, insurance, fee_year, payments) where e.paid > 0 group by insurance";
    private static final String RED_LIST =
            "select broken_link, count(*) as count, sum(paid) as fen from red_list where how is null group by broken_link";
    private static final String RED_LISTED = "select coalesce(how, 'OPEN'), count(*) from red_list group by 1";
    private static final String IN_TIME =
            """
            select insurance, count(*) filter (where not listed) as people, sum(fen) as fen
            from (select c.insurance, r.paid is not null as listed, c.paid - coalesce(r.paid, 0) as fen
                  from claim c
                  left join (select * from red_list where how is null) r using (person_key, insurance, fee_year)
                  where c.paid > 0 and not exists (select 1 from entitlement e
                      where (e.person_key, e.insurance, e.fee_year, e.payments)
                          = (c.person_key, c.insurance, c.fee_year, c.payments))) waiting
            group by insurance""";
    private static final String PAID_BACK =
            """
            select p.insurance, count(distinct p.person_key) as people, -sum(r.fen) as fen
            from collected r join collected p on p.kind = 'PAID' and p.id = r.payment_id
            where r.kind = 'REFUND' group by p.insurance""";

    private final Jdbi jdbi;
    private final BusinessDay businessDay;

    CountingStatement(Jdbi jdbi, BusinessDay businessDay) {
        this.jdbi = jdbi;
        this.businessDay = businessDay;
    }

    @Transactional
    Statement now() {
        return jdbi.withHandle(h -> {
            h.execute("set transaction isolation level repeatable read");
            return new Statement(
                    businessDay.last().orElse(null),
                    map(h, COLLECTED, Insurance::valueOf, CountingStatement::collected),
                    map(
                            h,
                            TREASURY,
                            Insurance::valueOf,
                            (row, context) ->
                                    new Treasury(row.getInt("days"), row.getInt("rows"), Fen.of(row.getLong("total")))),
                    map(h, DIFFERENCES, DifferenceKind::valueOf, COUNTED),
                    map(h, FOUND, DifferenceKind::valueOf, (row, context) -> row.getInt(2)),
                    h.createQuery(CROSS_DAY).mapTo(Integer.class).one(),
                    map(h, DAYS, DayState::valueOf, (row, context) -> row.getInt(2)),
                    h.createQuery(NOT_BALANCED)
                            .map((row, context) ->
                                    new Unbalanced(Fen.of(row.getLong("collected")), Fen.of(row.getLong("treasury"))))
                            .one(),
                    map(h, ENTITLED, Insurance::valueOf, PEOPLE),
                    map(h, RED_LIST, BrokenLink::valueOf, COUNTED),
                    map(h, RED_LISTED, how -> how, (row, context) -> row.getInt(2)),
                    map(h, IN_TIME, Insurance::valueOf, PEOPLE),
                    map(h, PAID_BACK, Insurance::valueOf, PEOPLE));
        });
    }

    private static final RowMapper<Counted> COUNTED =
            (row, context) -> new Counted(row.getInt("count"), Fen.of(row.getLong("fen")));
    private static final RowMapper<People> PEOPLE =
            (row, context) -> new People(row.getInt("people"), Fen.of(row.getLong("fen")));

    private static Collected collected(ResultSet row, Object context) throws SQLException {
        return new Collected(
                row.getInt("payments"),
                Fen.of(row.getLong("paid")),
                Fen.of(row.getLong("surplus")),
                Fen.of(row.getLong("refunded")),
                Fen.of(row.getLong("net")));
    }

    private static <K, V> Map<K, V> map(Handle handle, String sql, Function<String, K> key, RowMapper<V> value) {
        Map<K, V> map = new TreeMap<>();
        handle.createQuery(sql)
                .map((row, context) -> Map.entry(key.apply(row.getString(1)), value.map(row, context)))
                .forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }
}
