package cn.liangxian.collection.absent;

import cn.liangxian.collection.absent.AbsentResident.Means;
import cn.liangxian.collection.claim.Assessing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.desk.Masked;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.TierNotAllowedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The residents whom townships know to work elsewhere, with the notices they got and whether they still owe. */
@ApplicationScoped
class AbsentResidents {

    private final Jdbi jdbi;
    private final Claims claims;
    private final Assessing assessing;
    private final Policy policy;

    AbsentResidents(Jdbi jdbi, Claims claims, Assessing assessing, Policy policy) {
        this.jdbi = jdbi;
        this.claims = claims;
        this.assessing = assessing;
        this.policy = policy;
    }

    /** Where a resident works. */
    record Listing(Claim claim, String whereabouts) {}

    /** Returns how many had not been listed for this fee year before: whoever has stays on the list of then. */
    int enter(String listId, List<Listing> listings, String by, LocalDate on) {
        return jdbi.withHandle(h -> {
            var batch = h.prepareBatch(
                    "insert into absent_resident values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing");
            listings.forEach(listing -> batch.add(
                    listing.claim().personKey(),
                    policy.feeYear(),
                    listing.claim().township(),
                    listing.claim().village(),
                    listing.whereabouts(),
                    on,
                    by,
                    listId));
            batch.execute();
            return h.createQuery("select count(*) from absent_resident where list_id = ?")
                    .bind(0, listId)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    void told(Map<String, Means> notices, String by, LocalDate on) {
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch(
                    "insert into absent_notice (person_key, fee_year, means, told_on, told_by) values (?, ?, ?, ?, ?)");
            notices.forEach((person, means) -> batch.add(person, policy.feeYear(), means.name(), on, by));
            batch.execute();
        });
    }

    private record Row(
            String personKey,
            String listId,
            String name,
            String village,
            String whereabouts,
            int notices,
            String lastMeans,
            LocalDate lastToldOn) {
        @Override
        public String toString() {
            return "Row[" + personKey + "]";
        }
    }

    /** Those of the area, as they stand on the day. */
    List<AbsentResident> of(String area, LocalDate on) {
        return page(area, on, null, "", Integer.MAX_VALUE);
    }

    /** At most {@code limit} of them in a state, or in any, in the order of their keys, after the key {@code after}. */
    List<AbsentResident> of(String area, LocalDate on, AbsentState state, String after, int limit) {
        List<AbsentResident> found = new ArrayList<>();
        String last = after;
        List<AbsentResident> page;
        do {
            page = page(area, on, state, last, limit);
            page.stream()
                    .filter(resident -> state == null || resident.state() == state)
                    .limit(limit - found.size())
                    .forEach(found::add);
            last = page.isEmpty() ? last : page.get(page.size() - 1).personKey();
        } while (page.size() == limit && found.size() < limit);
        return found;
    }

    /** The next of those who may be in the state; whether they owe what is unpaid themselves, only the policy tells. */
    private List<AbsentResident> page(String area, LocalDate on, AbsentState state, String after, int limit) {
        List<Row> rows = jdbi.withHandle(h -> h.createQuery(
                        """
                        select a.*, (select c.name from claim c where c.person_key = a.person_key limit 1) as name,
                            (select count(*) from absent_notice n
                                where n.person_key = a.person_key and n.fee_year = a.fee_year) as notices,
                            last.means, last.told_on
                        from absent_resident a
                        left join lateral (select means, told_on from absent_notice n
                            where n.person_key = a.person_key and n.fee_year = a.fee_year
                            order by notice_no desc limit 1) last on true
                        where a.fee_year = :year and starts_with(a.village, :area) and a.person_key > :after
                            and (cast(:told as boolean) is null
                                or (last.means is not null) = cast(:told as boolean) and exists (select from claim c
                                    where c.person_key = a.person_key and c.fee_year = a.fee_year and c.state <> 'PAID'))
                        order by a.person_key limit :limit""")
                .bind("year", policy.feeYear())
                .bind("area", area)
                .bind("after", after)
                .bind("told", state == null || state == AbsentState.SETTLED ? null : state == AbsentState.TOLD)
                .bind("limit", limit)
                .map((row, context) -> new Row(
                        row.getString("person_key"),
                        row.getString("list_id"),
                        row.getString("name"),
                        row.getString("village"),
                        row.getString("whereabouts"),
                        row.getInt("notices"),
                        row.getString("means"),
                        row.getObject("told_on", LocalDate.class)))
                .list());
        Set<String> owing = owing(rows.stream().map(Row::personKey).toList(), on);
        return rows.stream()
                .map(row -> new AbsentResident(
                        row.personKey(),
                        row.listId(),
                        Masked.name(row.name()),
                        row.village(),
                        row.whereabouts(),
                        AbsentState.of(row.notices() > 0, owing.contains(row.personKey())),
                        row.notices(),
                        row.lastMeans() == null ? null : Means.valueOf(row.lastMeans()),
                        row.lastToldOn()))
                .toList();
    }

    private Set<String> owing(List<String> persons, LocalDate on) {
        return claims.ofPersons(persons).stream()
                .filter(claim -> owes(claim, on))
                .map(Claim::personKey)
                .collect(Collectors.toSet());
    }

    /** The own part counts: what others pay, nobody has to be told. */
    private boolean owes(Claim claim, LocalDate on) {
        try {
            return !claim.settled() && assessing.owed(claim, null, on).amount().isPositive();
        } catch (NoPaymentWindowException | TierNotAllowedException e) {
            return true;
        }
    }
}
