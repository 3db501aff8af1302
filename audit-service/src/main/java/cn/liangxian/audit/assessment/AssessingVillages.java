package cn.liangxian.audit.assessment;

import cn.liangxian.audit.OversightHandoff.VillageFigures;
import cn.liangxian.audit.OversightHandoff.VillagesAssessed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * 辖区城乡居民两险征缴工作的督导及考核: on the dates of the policy's schedule "assessment" each township is given what it can hold
 * its villages to, from what was handed over and from the deadline register.
 */
@ApplicationScoped
@Clause("yicheng-2024/五(一)-b")
class AssessingVillages implements DailyWork {

    private static final String SCHEDULE = "assessment";
    private static final String FIGURES =
            """
            with progress as (
                select distinct on (p ->> 'insurance') p -> 'villages' as villages
                from (select seq, payload_json(payload) as p from event
                      where topic = 'collection-progress-reported-v1' and subject = :township) e
                where (p ->> 'asOf')::date <= :date
                order by p ->> 'insurance', p ->> 'asOf' desc, seq desc),
            due as (
                select v ->> 'village' as village, sum((v ->> 'people')::int) as claims
                from progress, jsonb_array_elements(case jsonb_typeof(villages) when 'array' then villages else '[]' end) v
                group by 1),
            settled as (
                select village, count(*) as settled from claims_paid(:date)
                where township = :township and fee_year = :year group by 1),
            handed_in as (
                select p ->> 'village' as village, count(*) as remittances, sum((p ->> 'total')::bigint) as remitted,
                    max((p ->> 'on')::date) as last_on, sum((p ->> 'refused')::int) as refused
                from (select payload_json(payload) as p from event where topic = 'collection-cash-remitted-v1'
                      and subject like :township || '%') e
                where (p ->> 'on')::date < :date group by 1),
            kept as (
                select area as village, count(*) filter (where standing = 'MET_ON_TIME') as on_time,
                    count(*) filter (where standing = 'MET_LATE') as late,
                    count(*) filter (where standing = 'MISSED') as missed
                from obligation where owner = 'VILLAGE' and area like :township || '%' group by 1),
            found as (
                select f.area as village, count(*) as findings from finding f
                where f.area like :township || '%' and not exists (
                    select from finding_step s where s.finding_id = f.finding_id and s.state = 'CLOSED')
                group by 1)
            select village, claims, settled, remittances, remitted, last_on, refused, on_time, late, missed, findings
            from due full join settled using (village) full join handed_in using (village) full join kept using (village)
                full join found using (village)
            where length(village) > length(:township) order by village""";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Policy policy;

    AssessingVillages(Jdbi jdbi, Outbox outbox, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.policy = policy;
    }

    /** After the screens of the audit bureau, whose findings count. */
    @Override
    public int order() {
        return 60;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (policy.runs(SCHEDULE, date)) {
            policy.jurisdiction().townships(date).forEach(township -> assess(township, date));
        }
    }

    /** Those of an area, the last first: at most {@code limit} beyond that of the township on the day; null for all. */
    List<VillagesAssessed> of(String area, LocalDate asOf, String township, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select assessment::text from assessment where starts_with(township, :area)
                            and (cast(:asOf as date) is null or as_of < :asOf or as_of = :asOf and township > :township)
                        order by as_of desc, township limit :limit""")
                .bind("area", area)
                .bind("asOf", asOf)
                .bind("township", township)
                .bind("limit", limit)
                .map((row, context) -> read(row.getString(1)))
                .list());
    }

    private void assess(Township township, LocalDate date) {
        VillagesAssessed assessed = new VillagesAssessed(
                Uuid7.next().toString(),
                township.code(),
                date,
                importFailures(township.code()),
                figures(township.code(), date));
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into assessment values (?, ?, ?::jsonb) on conflict do nothing")
                        .bind(0, township.code())
                        .bind(1, date)
                        .bind(2, json(assessed))
                        .execute());
        if (entered > 0) {
            outbox.handOver(assessed);
        }
    }

    private List<VillageFigures> figures(String township, LocalDate date) {
        return jdbi.withHandle(h -> h.createQuery(FIGURES)
                .bind("township", township)
                .bind("date", date)
                .bind("year", policy.feeYear())
                .map(AssessingVillages::village)
                .list());
    }

    private int importFailures(String township) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select count(*) from event where topic = 'enrollment-import-rejected-v1'
                            and payload_json(payload) ->> 'area' = ?""")
                .bind(0, township)
                .mapTo(Integer.class)
                .one());
    }

    private static VillageFigures village(ResultSet row, StatementContext context) throws SQLException {
        return new VillageFigures(
                row.getString("village"),
                row.getObject("claims") == null ? null : row.getInt("claims"),
                row.getInt("settled"),
                row.getInt("remittances"),
                Fen.of(row.getLong("remitted")),
                row.getObject("last_on", LocalDate.class),
                row.getInt("refused"),
                row.getInt("on_time"),
                row.getInt("late"),
                row.getInt("missed"),
                row.getInt("findings"));
    }

    private static String json(VillagesAssessed assessed) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(assessed);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static VillagesAssessed read(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, VillagesAssessed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept assessment cannot be read", e);
        }
    }
}
