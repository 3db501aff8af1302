package cn.liangxian.collection.agreement;

import cn.liangxian.collection.AgreementHandoff.AgreementsUrged;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;

/** 安排专人负责，督促辖区居民签订: a named person urges whoever has no agreement, until everybody was urged or has signed. */
@ApplicationScoped
@Clause("bachu-2022/第二十五条(8)")
class UrgingAgreements {

    private final Jdbi jdbi;
    private final Agreements agreements;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;

    UrgingAgreements(Jdbi jdbi, Agreements agreements, Policy policy, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.agreements = agreements;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
    }

    /** In an open transaction. */
    AgreementsUrged urge(String township, String person, Collection<String> people, String by) {
        LocalDate today = day.today();
        LocalDate listedOn = lastListed(today).orElseThrow(() -> new Problem(AgreementProblem.NOT_LISTED, null));
        Set<String> without = without(township);
        Set<String> urged = new LinkedHashSet<>(people);
        urged.stream().filter(key -> !without.contains(key)).findFirst().ifPresent(key -> {
            throw new Problem(AgreementProblem.NOT_WITHOUT, Text.value(key));
        });
        int left = jdbi.withHandle(h -> {
            keep(h, listedOn, urged, township, person, today, by);
            without.removeAll(h.createQuery("select person_key from agreement_urging where listed_on = ?")
                    .bind(0, listedOn)
                    .mapTo(String.class)
                    .list());
            return without.size();
        });
        AgreementsUrged told =
                new AgreementsUrged(Uuid7.next().toString(), township, listedOn, person, urged.size(), left, today);
        outbox.handOver(told);
        return told;
    }

    /** By the person's key, on which day each of them was urged since tax last told who has none. */
    Map<String, LocalDate> urged(Collection<String> people, LocalDate today) {
        return lastListed(today)
                .map(listedOn -> jdbi.withHandle(h -> h.createQuery(
                                """
                                select person_key, urged_on from agreement_urging
                                where listed_on = :listed and person_key = any(:people)""")
                        .bind("listed", listedOn)
                        .bindArray("people", String.class, people)
                        .setMapKeyColumn("person_key")
                        .setMapValueColumn("urged_on")
                        .collectInto(new GenericType<Map<String, LocalDate>>() {})))
                .orElse(Map.of());
    }

    /** When tax last told the townships. */
    private Optional<LocalDate> lastListed(LocalDate today) {
        Schedule schedule = policy.schedules().get(ListingMissingAgreements.SCHEDULE);
        List<LocalDate> dates = schedule == null ? List.of() : schedule.dates();
        return dates.stream().filter(date -> !date.isAfter(today)).max(LocalDate::compareTo);
    }

    private Set<String> without(String township) {
        Set<String> keys = new HashSet<>();
        agreements.eachMissing(township, one -> keys.add(one.personKey()));
        return keys;
    }

    private static void keep(
            Handle h, LocalDate listedOn, Set<String> urged, String township, String person, LocalDate on, String by) {
        if (urged.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                h.prepareBatch("insert into agreement_urging values (?, ?, ?, ?, ?, ?) on conflict do nothing");
        urged.forEach(key -> batch.add(listedOn, key, township, person, on, by));
        batch.execute();
    }
}
