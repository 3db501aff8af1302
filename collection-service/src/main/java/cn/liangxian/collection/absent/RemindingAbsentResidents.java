package cn.liangxian.collection.absent;

import cn.liangxian.collection.CollectorHandoff.AbsentResidentsNotified;
import cn.liangxian.collection.absent.AbsentResident.Means;
import cn.liangxian.collection.absent.AbsentResidents.Listing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        residents.enter(listings, by, day.today());
        return new Listed(listings.size(), unknown);
    }

    /** In an open transaction. Says how the township stands then. */
    AbsentResidentsNotified tell(Map<String, Means> notices, String area, String by) {
        LocalDate today = day.today();
        Set<String> listed = residents.of(area, today).stream()
                .map(AbsentResident::personKey)
                .collect(Collectors.toSet());
        for (String person : notices.keySet()) {
            if (!listed.contains(person)) {
                throw new Problem(AbsentProblem.NOT_LISTED, "person " + person);
            }
        }
        residents.told(notices, by, today);
        AbsentResidentsNotified told = standing(area, today);
        outbox.handOver(told);
        return told;
    }

    private AbsentResidentsNotified standing(String area, LocalDate today) {
        List<AbsentResident> all = residents.of(area, today);
        int told = (int) all.stream().filter(resident -> resident.notices() > 0).count();
        int settled = (int) all.stream()
                .filter(resident -> resident.state() == AbsentState.SETTLED)
                .count();
        int left = (int) all.stream()
                .filter(resident -> resident.state() == AbsentState.TO_TELL)
                .count();
        return new AbsentResidentsNotified(area, all.size(), told, settled, today, left);
    }
}
