package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff;
import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.audit.EmptyDatabase;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.Database;
import cn.liangxian.local.TestServers;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The books of the register in a database of their own, without service and broker. */
final class BooksOnPaper {

    private final Database database = EmptyDatabase.create();
    private final Policy policy;
    private final Bookkeeping books;
    private final Jdbi app = Jdbi.create(connection()); // one for all: to log in takes longer than to open a day
    private final Jdbi owner = Jdbi.create(database.jdbcUrl(), database.owner(), database.ownerPassword());
    private LocalDate today;
    private Known known = (date, insurance) -> 1;

    BooksOnPaper() {
        this(Policy.load(TestServers.root().resolve("deploy/jurisdictions/yicheng-2024.yaml")));
    }

    BooksOnPaper(Policy policy) {
        this.policy = policy;
        this.books = new Bookkeeping(new Rulebook(policy), new Pace(policy.escalation()));
    }

    Policy policy() {
        return policy;
    }

    private Connection connection() {
        try {
            return DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins anew, as only the owner can. */
    void empty() {
        owner.useHandle(h -> h.execute("truncate obligation, obligation_fact, arrival, calendar_period, escalation"));
        today = null;
        known = (date, insurance) -> 1;
    }

    /** Says how many claims were settled on which day; one on each where nothing is said. */
    void knows(Known settled) {
        known = settled;
    }

    @SafeVarargs
    final List<AuditHandoff> take(Received<Handoff>... events) {
        return handoffs(app.inTransaction(h -> books.take(h, List.of(events), known, today)));
    }

    void open(String date) {
        openAll(date);
    }

    /** Opens the date, and those between it and the last; says what was handed over. */
    List<AuditHandoff> openAll(String date) {
        List<AuditHandoff> told = new ArrayList<>();
        LocalDate to = LocalDate.parse(date);
        for (LocalDate day = today == null ? to : today.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            told.addAll(openOnly(day));
        }
        return told;
    }

    List<AuditHandoff> openOnly(LocalDate day) {
        LocalDate since = today;
        today = day;
        List<Told> told = new ArrayList<>();
        app.useTransaction(h -> {
            books.begin(h, day, told::addAll);
            books.move(h, since, day, told::addAll);
        });
        return handoffs(told);
    }

    private static List<AuditHandoff> handoffs(List<Told> told) {
        return told.stream().map(Told::handoff).toList();
    }

    List<AuditHandoff> excuse(String id, Excuse excuse) {
        return handoffs(app.inTransaction(h -> books.excuse(h, id, excuse)));
    }

    Entry entry(String id) {
        return app.withHandle(h -> h.createQuery("select * from obligation where obligation_id = ?")
                .bind(0, id)
                .map(Register::entry)
                .findOne()
                .orElseThrow(() -> new AssertionError("no obligation " + id)));
    }

    List<Punctuality> units() {
        return new Punctualities(app).ofAllUnits();
    }

    boolean knows(String id) {
        return app.withHandle(h -> h.createQuery("select exists (select from obligation where obligation_id = ?)")
                .bind(0, id)
                .mapTo(Boolean.class)
                .one());
    }

    List<Happening> happenings(String id) {
        return app.withHandle(
                h -> h.createQuery("select happening from obligation_fact where obligation_id = ? order by seq")
                        .bind(0, id)
                        .map((row, context) -> Happening.valueOf(row.getString(1)))
                        .list());
    }

    /** All that the register says, one line for each obligation. */
    List<String> whole() {
        return app.withHandle(h -> h.createQuery("select * from obligation order by obligation_id")
                .map((row, context) -> Register.entry(row, context).toString())
                .list());
    }
}
