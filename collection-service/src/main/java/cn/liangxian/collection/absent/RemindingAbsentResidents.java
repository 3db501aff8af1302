package cn.liangxian.collection.absent;

import cn.liangxian.collection.CollectorHandoff.AbsentResidentsListed;
import cn.liangxian.collection.CollectorHandoff.AbsentResidentsNotified;
import cn.liangxian.collection.absent.AbsentResident.Means;
import cn.liangxian.collection.absent.AbsentResidents.Listing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 通知峰城区户籍异地打工居民按时缴纳: townships list them, tell them and see who has paid since. */
@ApplicationScoped
@Clause("yicheng-2024/五(一)-c")
class RemindingAbsentResidents {

    private final AbsentResidents residents;
    private final Claims claims;
    private final BusinessDay day;
    private final Outbox outbox;

    RemindingAbsentResidents(AbsentResidents residents, Claims claims, BusinessDay day, Outbox outbox) {
        this.residents = residents;
        this.claims = claims;
        this.day = day;
        this.outbox = outbox;
    }

    /** One row of a township's list. */
    record Away(String idNumber, String whereabouts) {
        @Override
        public String toString() {
            return "Away[masked]";
        }
    }

    /** Rows counted from 1, that could not be listed because nothing is known to be owed by the person there. */
    record Listed(int listed, List<Integer> unknownRows) {}

    /** In an open transaction. */
    Listed list(List<Away> rows, String area, String by) {
        Map<String, Claim> known = new HashMap<>();
        for (Claims.Asked asked :
                claims.ofIdNumbers(rows.stream().map(Away::idNumber).collect(Collectors.toSet()))) {
            if (asked.claim().village().startsWith(area)) {
                known.putIfAbsent(asked.idNumber(), asked.claim());
            }
        }
        List<Listing> listings = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Claim claim = known.get(rows.get(i).idNumber());
            if (claim == null) {
                unknown.add(i + 1);
            } else {
                listings.add(new Listing(claim, rows.get(i).whereabouts()));
            }
        }
        String listId = Uuid7.next().toString();
        int fresh = residents.enter(listId, listings, by, day.today());
        if (fresh > 0 || rows.isEmpty()) {
            outbox.handOver(new AbsentResidentsListed(listId, area, fresh, day.today()));
        }
        return new Listed(listings.size(), unknown);
    }

    /** How a township stands with all its lists: as {@link AbsentResidentsNotified}. */
    record Told(int listed, int told, int settled, int left) {}

    /** In an open transaction. Hands over how each list of the township stands then, and says how all do. */
    Told tell(Map<String, Means> notices, String area, String by) {
        LocalDate today = day.today();
        Set<String> listed = residents.of(area, today).stream()
                .map(AbsentResident::personKey)
                .collect(Collectors.toSet());
        for (String person : notices.keySet()) {
            if (!listed.contains(person)) {
                throw new Problem(AbsentProblem.NOT_LISTED, Text.value(person));
            }
        }
        residents.told(notices, by, today);
        List<AbsentResident> all = residents.of(area, today);
        // of every list: somebody may have paid without being told
        all.stream()
                .collect(Collectors.groupingBy(AbsentResident::listId, TreeMap::new, Collectors.toList()))
                .forEach((listId, ofList) -> {
                    Told told = standing(ofList);
                    outbox.handOver(new AbsentResidentsNotified(
                            area, told.listed(), told.told(), told.settled(), today, told.left(), listId));
                });
        return standing(all);
    }

    private static Told standing(List<AbsentResident> residents) {
        int told = (int)
                residents.stream().filter(resident -> resident.notices() > 0).count();
        return new Told(residents.size(), told, in(residents, AbsentState.SETTLED), in(residents, AbsentState.TO_TELL));
    }

    private static int in(List<AbsentResident> residents, AbsentState state) {
        return (int)
                residents.stream().filter(resident -> resident.state() == state).count();
    }
}
