package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.on;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.audit.AccountabilityHandoff.AccountabilityReported;
import cn.liangxian.audit.AccountabilityHandoff.AccountabilityTransferred;
import cn.liangxian.audit.PublicationHandoff.PublicationOrdered;
import cn.liangxian.collection.CashHandoff.CashLedgerFiled;
import cn.liangxian.collection.DebitHandoff.AgreementsMissing;
import cn.liangxian.collection.DebitHandoff.AgreementsToRenew;
import cn.liangxian.collection.DebitHandoff.AmountChangeApplied;
import cn.liangxian.collection.DebitHandoff.AmountsSet;
import cn.liangxian.collection.DebitHandoff.DebitAnswered;
import cn.liangxian.collection.DebitHandoff.DebitBatchSent;
import cn.liangxian.collection.DebitHandoff.DebitFailuresListed;
import cn.liangxian.collection.DebitHandoff.DebitListReturned;
import cn.liangxian.collection.DebitHandoff.DebitStopped;
import cn.liangxian.enrollment.StudentHandoff.StudentsReminded;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestServers;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.ReconciliationHandoff.AgencyReportFiled;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.ReconciliationHandoff.MonthBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListResolved;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryStatementIssued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deadlines of Bachu's notice that no other test of the register is about, each on the last good and the first bad day that
 * were counted by hand (deploy/deadlines, bachu-2022-deadlines.csv).
 */
class BachuTableTest {

    private static final Path TABLE =
            TestServers.root().resolve("deploy/deadlines/src/test/resources/bachu-2022-deadlines.csv");
    private static final Policy POLICY =
            Policy.load(TestServers.root().resolve("deploy/jurisdictions/bachu-2022.yaml"));
    private static final List<String> TOWNSHIPS = List.of("653130100", "653130101");
    private static final List<String> INSURANCES = List.of("MEDICAL", "PENSION");
    private static final Fen MONEY = Fen.ofYuan(380);
    private static BooksOnPaper books;

    /** A line of the table. */
    record Edge(String handoff, LocalDate clock, LocalDate lastGood, LocalDate firstBad) {
        @Override
        public String toString() {
            return handoff + " from " + clock + ": " + lastGood + " is on time, " + firstBad + " is late";
        }
    }

    /**
     * How the register meets a handoff.
     *
     * @param units two for which one is owed each
     * @param started what starts the clock of a unit on a day; null where the calendar does
     * @param handed what is handed over for a unit, whose clock started on the day
     * @param scope what the obligation of a unit is called, whose clock started on the day
     */
    private record Case(
            List<String> units,
            BiFunction<String, LocalDate, Handoff> started,
            BiFunction<String, LocalDate, Handoff> handed,
            BiFunction<String, LocalDate, String> scope) {}

    private static final Map<String, Case> CASES = Map.ofEntries(
            entry(
                    "audit-accountability-transferred",
                    new Case(
                            List.of("r1", "r2"),
                            (id, day) -> new AccountabilityReported(id, List.of(), day),
                            AccountabilityTransferred::new,
                            (id, day) -> id)),
            entry(
                    "collection-agreements-missing",
                    yearly((town, day) -> new AgreementsMissing(town, day, 3, "digest"))),
            entry(
                    "collection-agreements-to-renew",
                    yearly((town, day) -> new AgreementsToRenew("list-" + town, town, 0, day))),
            entry(
                    "collection-debit-list-returned",
                    new Case(
                            TOWNSHIPS,
                            (town, day) -> Stimuli.payable(town),
                            (town, day) -> listReturned(town),
                            (town, day) -> town)),
            entry("collection-amounts-set", ofList((town, day) -> listReturned(town), (town, day) -> amountsSet(town))),
            entry(
                    "collection-amount-change-applied",
                    ofList(
                            (town, day) -> amountsSet(town),
                            (town, day) -> new AmountChangeApplied(
                                    "change",
                                    list(town),
                                    town,
                                    "person",
                                    Insurance.MEDICAL,
                                    null,
                                    MONEY,
                                    "LOST_STATUS",
                                    "专干"))),
            entry(
                    "collection-debit-answered",
                    new Case(
                            List.of("7", "8"),
                            (no, day) -> new DebitBatchSent(no, "RURAL_CREDIT", day.minusDays(1), 3, MONEY, day),
                            (no, day) -> answered(no, 0),
                            (no, day) -> no + ":RURAL_CREDIT")),
            entry(
                    "collection-debit-failures-listed",
                    new Case(
                            TOWNSHIPS,
                            (town, day) -> new DebitBatchSent("7", "RURAL_CREDIT", day, 3, MONEY, day.plusDays(1)),
                            (town, day) -> new DebitFailuresListed(day, town, 1, 1, MONEY),
                            (town, day) -> town + ":" + day)),
            entry(
                    "collection-cash-ledger-filed",
                    once((town, day) -> new CashLedgerFiled("l", town, 1, MONEY, "digest", "乡社会保障所", day))),
            entry(
                    "collection-payment-roster-provided",
                    once((town, day) -> Stimuli.provided("roster-" + town, town, 1, null))),
            entry(
                    "audit-publication-ordered",
                    once((town, day) -> new PublicationOrdered(
                            "roster-" + town,
                            town,
                            5,
                            LocalDate.of(2023, 12, 21),
                            LocalDate.of(2024, 1, 20),
                            "digest",
                            1,
                            null))),
            entry(
                    "enrollment-students-reminded",
                    ofList(
                            (town, day) -> new UninsuredStudentsListed(list(town), town, 2, day),
                            (town, day) -> new StudentsReminded(list(town), town, Department.EDUCATION, 2, 2, day))),
            entry(
                    "reconciliation-treasury-day-received",
                    new Case(
                            INSURANCES,
                            null,
                            (insurance, day) -> Stimuli.treasuryDay(day.toString(), Insurance.valueOf(insurance)),
                            (insurance, day) -> insurance + ":" + day)),
            entry(
                    "reconciliation-day-balanced",
                    new Case(
                            INSURANCES,
                            (insurance, day) -> Stimuli.treasuryDay(day.toString(), Insurance.valueOf(insurance)),
                            (insurance, day) -> Stimuli.balanced(day.toString(), Insurance.valueOf(insurance), MONEY),
                            (insurance, day) -> insurance + ":" + day)),
            entry(
                    "reconciliation-treasury-statement-issued",
                    monthly((insurance, day) -> new TreasuryStatementIssued(
                            month(day), 1, Insurance.valueOf(insurance), "account", 1, MONEY, day))),
            entry(
                    "reconciliation-month-balanced",
                    monthly((insurance, day) -> new MonthBalanced(
                            month(day), 1, Insurance.valueOf(insurance), "account", MONEY, MONEY, List.of()))),
            entry(
                    "reconciliation-agency-report-filed",
                    monthly((insurance, day) -> new AgencyReportFiled(
                            month(day), 1, Insurance.valueOf(insurance), MONEY, MONEY, List.of(), day))),
            entry(
                    "reconciliation-red-list-resolved",
                    new Case(
                            List.of("p1", "p2"),
                            (person, day) -> new RedListIssued(
                                    person,
                                    Insurance.MEDICAL,
                                    2024,
                                    MONEY,
                                    BrokenLink.NOT_BOOKED_BY_AGENCY,
                                    Department.MEDICAL_INSURANCE,
                                    day,
                                    true),
                            (person, day) -> new RedListResolved(person, Insurance.MEDICAL, 2024, "ENTITLED", day),
                            (person, day) -> "MEDICAL:" + person)));

    @BeforeAll
    static void newBooks() {
        books = new BooksOnPaper(POLICY);
    }

    static Stream<Edge> edges() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> CASES.containsKey(cells[0]))
                .map(cells -> new Edge(
                        cells[0],
                        cells[1].isEmpty() ? null : LocalDate.parse(cells[1]),
                        LocalDate.parse(cells[2]),
                        LocalDate.parse(cells[3])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edges")
    @Clause({
        "bachu-2022/第四十条(2)",
        "bachu-2022/第二十五条(3)",
        "bachu-2022/第二十五条(5)",
        "bachu-2022/第二十六条(2)",
        "bachu-2022/第二十七条(1)",
        "bachu-2022/第二十七条(2)",
        "bachu-2022/第二十八条(1)",
        "bachu-2022/第二十八条(2)",
        "bachu-2022/第三十条(5)",
        "bachu-2022/第十五条(3)",
        "bachu-2022/第三十七条(1)",
        "bachu-2022/第三十七条(2)",
        "bachu-2022/第三十七条(3)",
        "bachu-2022/第三十七条(4)",
        "bachu-2022/第三十八条(4)",
        "bachu-2022/第四十三条(1)"
    })
    void isOnTimeOnItsLastGoodDayAndLateOnItsFirstBadOne(Edge edge) {
        Case about = CASES.get(edge.handoff());
        LocalDate clock = edge.clock() == null ? edge.lastGood() : edge.clock();
        String inTime = about.units().get(0);
        String late = about.units().get(1);
        String before = edge.handoff() + ":" + about.scope().apply(inTime, clock);
        String after = edge.handoff() + ":" + about.scope().apply(late, clock);
        books.empty();
        books.openOnly(clock);
        if (about.started() != null) {
            about.units()
                    .forEach(unit ->
                            books.take(on(clock.toString(), about.started().apply(unit, clock))));
        }
        if (edge.lastGood().isAfter(clock)) {
            books.openOnly(edge.lastGood());
        }
        assertEquals(edge.lastGood(), books.entry(before).obligation().due());
        books.take(on(edge.lastGood().toString(), about.handed().apply(inTime, clock)));
        assertEquals(Standing.MET_ON_TIME, books.entry(before).standing());
        books.openOnly(edge.firstBad());
        assertEquals(Standing.MISSED, books.entry(after).standing());
        books.take(on(edge.firstBad().toString(), about.handed().apply(late, clock)));
        assertEquals(Standing.MET_LATE, books.entry(after).standing());
    }

    @Test
    void everyDeadlineOfTheNoticeIsInThisTableOrInATestOfItsOwn() throws IOException {
        String tests;
        try (Stream<Path> files = Files.walk(TestServers.root().resolve("audit-service/src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java"))
                    .map(BachuTableTest::text)
                    .filter(text -> text.contains("OtherCounty.class"))
                    .collect(Collectors.joining());
        }
        Set<String> untested = new TreeSet<>(POLICY.deadlines().keySet());
        untested.removeIf(handoff -> CASES.containsKey(handoff) || tests.contains("\"" + handoff + ":"));
        untested.removeIf(handoff -> tests.contains("\"" + handoff + "\""));
        assertEquals(Set.of(), untested);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Case once(BiFunction<String, LocalDate, Handoff> handed) {
        return new Case(TOWNSHIPS, null, handed, (town, day) -> town);
    }

    /** Of every year, by the day on which it is due. */
    private static Case yearly(BiFunction<String, LocalDate, Handoff> handed) {
        return new Case(TOWNSHIPS, null, handed, (town, day) -> town + ":" + day.getYear());
    }

    private static Case monthly(BiFunction<String, LocalDate, Handoff> handed) {
        return new Case(INSURANCES, null, handed, (insurance, day) -> insurance + ":" + month(day));
    }

    /** Of a township and of the list that the handoffs carry. */
    private static Case ofList(
            BiFunction<String, LocalDate, Handoff> started, BiFunction<String, LocalDate, Handoff> handed) {
        return new Case(TOWNSHIPS, started, handed, (town, day) -> town + ":" + list(town));
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aBankOwesEveryLineOfABatchAndOneThatItStoppedIsAnsweredToo() {
        String owed = "collection-debit-answered:7:RURAL_CREDIT";
        books.empty();
        books.openOnly(LocalDate.of(2023, 9, 15));
        books.take(on(
                "2023-09-15",
                new DebitBatchSent(
                        "7", "RURAL_CREDIT", LocalDate.of(2023, 9, 15), 3, MONEY, LocalDate.of(2023, 9, 16))));
        books.take(on("2023-09-16", answered("7", 1)));
        assertEquals(Standing.DUE_SOON, books.entry(owed).standing(), "one line is not answered yet");
        assertEquals(Department.BANK, books.entry(owed).obligation().owner());
        books.openOnly(LocalDate.of(2023, 9, 17));
        assertEquals(Standing.MISSED, books.entry(owed).standing());
        books.take(on("2023-09-17", new DebitStopped("s", "7", "RURAL_CREDIT", 1, 0)));
        assertEquals(Standing.MET_LATE, books.entry(owed).standing());
    }

    private static DebitAnswered answered(String batchNo, int open) {
        return new DebitAnswered("a-" + batchNo, batchNo, "RURAL_CREDIT", 1, MONEY, 2 - open, 0, 0, open);
    }

    private static DebitListReturned listReturned(String town) {
        return new DebitListReturned(list(town), town, 2024, 3, 2, MONEY, "普通居民", "乡长", true, "digest");
    }

    private static AmountsSet amountsSet(String town) {
        return new AmountsSet(list(town), town, 3, MONEY);
    }

    private static String list(String town) {
        return "list-" + town;
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }
}
