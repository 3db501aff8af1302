package cn.liangxian.audit.duty;

import cn.liangxian.audit.DutyHandoff.HandlersPublished;
import cn.liangxian.audit.DutyHandoff.VillageHandler;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** 按村（社区）确定社保经办人员 and 在村（社区）显著位置公示: taken down by township, open to everybody. */
@ApplicationScoped
@Clause({"bachu-2022/第三十二条(3)", "bachu-2022/第三十二条(4)"})
class PublishingHandlers {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;

    PublishingHandlers(Jdbi jdbi, Outbox outbox, BusinessDay day) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
    }

    /** In an open transaction. A later publication of the township takes the place of the one before. */
    HandlersPublished publish(String township, List<VillageHandler> handlers, LocalDate on, String by) {
        LocalDate today = day.today();
        if (on.isAfter(today)) {
            throw new Problem(DutyProblem.PUBLISHED_IN_FUTURE, Text.today(today));
        }
        Problem elsewhere = new Problem(DutyProblem.VILLAGE_ELSEWHERE, Text.value(township));
        Problem twice = new Problem(DutyProblem.VILLAGE_TWICE, Text.value(township));
        Set<String> villages = new HashSet<>();
        for (int i = 0; i < handlers.size(); i++) {
            String village = handlers.get(i).village();
            if (village.length() != 12 || !village.startsWith(township)) {
                elsewhere.at(i + 1, "village", Text.value(village));
            }
            if (!villages.add(village)) {
                twice.at(i + 1, "village", Text.value(village));
            }
        }
        for (Problem refused : List.of(elsewhere, twice)) {
            if (!refused.violations().isEmpty()) {
                throw refused;
            }
        }
        HandlersPublished published = new HandlersPublished(Uuid7.next().toString(), township, handlers, on);
        jdbi.useHandle(h -> keep(h, published, today, by));
        outbox.handOver(published);
        return published;
    }

    /** As last published, of the villages of the area in the order of their codes, at most {@code limit} after the village. */
    List<VillageHandler> of(String area, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select v.* from village_handler v join (
                            select distinct on (township) publication_id from handler_publication
                            order by township, publication_id desc) p using (publication_id)
                        where starts_with(v.village, :area) and v.village > :after order by v.village limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new VillageHandler(
                        row.getString("village"),
                        row.getString("person"),
                        row.getString("post"),
                        row.getString("contact"),
                        row.getString("matters"),
                        row.getString("place")))
                .list());
    }

    private static void keep(Handle h, HandlersPublished published, LocalDate today, String by) {
        h.execute(
                "insert into handler_publication values (?, ?, ?, ?, ?)",
                published.publicationId(),
                published.township(),
                published.publishedOn(),
                today,
                by);
        PreparedBatch batch = h.prepareBatch("insert into village_handler values (?, ?, ?, ?, ?, ?, ?)");
        published
                .handlers()
                .forEach(one -> batch.add(
                        published.publicationId(),
                        one.village(),
                        one.person(),
                        one.post(),
                        one.contact(),
                        one.matters(),
                        one.place()));
        batch.execute();
    }
}
