package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.balanced;
import static cn.liangxian.audit.register.Stimuli.details;
import static cn.liangxian.audit.register.Stimuli.entitled;
import static cn.liangxian.audit.register.Stimuli.list;
import static cn.liangxian.audit.register.Stimuli.nobody;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.payable;
import static cn.liangxian.audit.register.Stimuli.roster;
import static cn.liangxian.audit.register.Stimuli.treasuryDay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.Received;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShuffledArrivalTest {

    private static final LocalDate FIRST = LocalDate.parse("2023-09-25");
    private static final LocalDate LAST = LocalDate.parse("2023-11-10");

    @Test
    void anyOrderOfArrivalAndAnyRepetitionGivesTheSameRegister() {
        BooksOnPaper books = new BooksOnPaper();
        List<Received<Handoff>> events = events();
        List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(1)).toList();
        play(books, events, days, new ArrayList<>(Collections.nCopies(events.size(), days.size())));
        List<String> expected = books.whole();
        assertTrue(expected.stream().anyMatch(e -> e.contains("MET_LATE")), "the reference has late ones");
        assertTrue(expected.stream().anyMatch(e -> e.contains("MISSED")), "the reference has missed ones");

        for (long seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Received<Handoff>> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(shuffled, random);
            List<Integer> before = shuffled.stream()
                    .map(event -> random.nextInt(days.size() + 1))
                    .sorted()
                    .toList();
            books.empty();
            play(books, shuffled, days, before);
            assertEquals(expected, books.whole(), "seed " + seed);
        }
    }

    /** Opens the days in order; each event is taken before the day of the given index. */
    private static void play(
            BooksOnPaper books, List<Received<Handoff>> events, List<LocalDate> days, List<Integer> before) {
        int next = 0;
        for (int day = 0; day <= days.size(); day++) {
            while (next < events.size() && before.get(next) <= day) {
                books.take(events.get(next++));
            }
            if (day < days.size()) {
                books.openOnly(days.get(day));
            }
        }
    }

    private static List<Received<Handoff>> events() {
        List<Received<Handoff>> events = new ArrayList<>(List.of(
                on("2023-09-28", list(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP, Grade.REJECTED)),
                on("2023-09-29", list(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP, Grade.ACCEPTED)),
                on("2023-09-30", nobody(Department.VETERANS, "ENTITLED_GROUP", TOWNSHIP)),
                on("2023-10-02", list(Department.HEALTH, "FAMILY_PLANNING", "370404", Grade.ACCEPTED_WITH_ERRORS)),
                on("2023-10-09", roster(Insurance.PENSION)),
                on("2023-10-12", roster(Insurance.MEDICAL)),
                on("2023-10-20", payable(TOWNSHIP)),
                on("2023-10-23", payable(TOWNSHIP)),
                on("2023-10-21", payable("370404002"))));
        for (String day : List.of("2023-10-23", "2023-10-24", "2023-10-25")) {
            for (Insurance insurance : Insurance.values()) {
                String id = "d-" + day + insurance;
                LocalDate next = LocalDate.parse(day).plusDays(insurance == Insurance.MEDICAL ? 1 : 3);
                events.add(on(next.toString(), treasuryDay(day, insurance)));
                events.add(on(next.plusDays(1).toString(), balanced(day, insurance, Fen.ofYuan(760))));
                // the treasury restates the day, and so does the balance
                events.add(on(next.plusDays(2).toString(), treasuryDay(day, insurance)));
                events.add(on(next.plusDays(4).toString(), balanced(day, insurance, Fen.ofYuan(380))));
                events.add(on(next.plusDays(6).toString(), details(id, day, insurance, "p1", "p2")));
                events.add(on(next.plusDays(7).toString(), entitled("p1", insurance, id, day)));
                if (insurance == Insurance.MEDICAL) {
                    events.add(on(next.plusDays(8).toString(), entitled("p2", insurance, id, day)));
                }
            }
        }
        return events;
    }
}
