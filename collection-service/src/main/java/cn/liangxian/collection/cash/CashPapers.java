package cn.liangxian.collection.cash;

import cn.liangxian.collection.CashHandoff.CashPaperSeen;
import cn.liangxian.collection.cash.CashEntry.Ledger;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The papers of the cash ledger, as they were handed in. Who looks at one is kept: they show names and fingerprints. */
@ApplicationScoped
@Clause({"bachu-2022/第二十条(3)", "bachu-2022/第三十条(3)", "bachu-2022/第三十条(5)", "bachu-2022/第四十一条(1)"})
class CashPapers {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Caller caller;
    private final Outbox outbox;

    CashPapers(Jdbi jdbi, BusinessDay day, Caller caller, Outbox outbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.caller = caller;
        this.outbox = outbox;
    }

    /** Who can use no other channel; {@code entries} of cash were taken and not given back. */
    record Payer(String personKey, String maskedName, String village, String reason, LocalDate listedOn, int entries) {}

    /** A mark without its image. */
    record MarkOf(Mark.Role role, Mark.Kind kind, String type, String digest) {}

    /** A department that looked at a paper, for an area. */
    record Look(Department department, String area, LocalDate seenOn) {}

    /** At most {@code limit} beyond the person {@code after}, in the order of their keys. */
    List<Payer> payers(String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select p.person_key, c.name, p.village, p.reason, p.listed_on, (select count(*) from cash_entry e
                            where e.person_key = p.person_key and e.state <> 'RETURNED') as entries
                        from cash_payer p join lateral (select name from claim
                            where person_key = p.person_key order by claim_no desc limit 1) c on true
                        where starts_with(p.village, :area) and p.person_key > :after
                        order by p.person_key limit :limit""")
                .bind("area", caller.area())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Payer(
                        row.getString("person_key"),
                        Masked.name(row.getString("name")),
                        row.getString("village"),
                        row.getString("reason"),
                        row.getObject("listed_on", LocalDate.class),
                        row.getInt("entries")))
                .list());
    }

    /** One a township. */
    List<Ledger> ledgers() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from cash_ledger
                        where starts_with(township, :area) order by township""")
                .bind("area", caller.area())
                .map((row, context) -> new Ledger(
                        row.getString("ledger_id"),
                        row.getString("township"),
                        row.getInt("entries"),
                        Fen.of(row.getLong("total")),
                        row.getString("digest"),
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("filed_by")))
                .list());
    }

    Optional<CashEntry> entry(UUID id) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from cash_entry where entry_id = :id and starts_with(village, :area)")
                        .bind("id", id)
                        .bind("area", caller.area())
                        .map(CashBook::read)
                        .findOne());
    }

    List<MarkOf> marks(CashEntry entry) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select role, kind, type, digest from cash_mark where entry_id = ? order by role, kind desc")
                .bind(0, entry.entryId())
                .map((row, context) -> new MarkOf(
                        Mark.Role.valueOf(row.getString("role")),
                        Mark.Kind.valueOf(row.getString("kind")),
                        row.getString("type"),
                        row.getString("digest")))
                .list());
    }

    /** The latest first. */
    List<Look> looks(UUID paper) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select department, area, seen_on from cash_look where paper_id = ? order by seen_on desc, by_whom limit 50")
                .bind(0, paper)
                .map((row, context) -> new Look(
                        Department.valueOf(row.getString("department")),
                        row.getString("area"),
                        row.getObject("seen_on", LocalDate.class)))
                .list());
    }

    /** What cannot be noted is not seen. */
    @Transactional
    Optional<Scan> mark(UUID entry, Mark.Role role, Mark.Kind kind) {
        Optional<Scan> found = jdbi.withHandle(h -> h.createQuery(
                        """
                        select m.type, m.image from cash_mark m join cash_entry e using (entry_id)
                        where e.entry_id = :id and m.role = :role and m.kind = :kind and starts_with(e.village, :area)""")
                .bind("id", entry)
                .bind("role", role.name())
                .bind("kind", kind.name())
                .bind("area", caller.area())
                .map(CashPapers::paper)
                .findOne());
        found.ifPresent(paper -> note(entry));
        return found;
    }

    /** As {@link #mark}. */
    @Transactional
    Optional<Scan> scan(UUID ledger) {
        Optional<Scan> found = jdbi.withHandle(h -> h.createQuery(
                        "select type, scan from cash_ledger where ledger_id = :id and starts_with(township, :area)")
                .bind("id", ledger)
                .bind("area", caller.area())
                .map(CashPapers::paper)
                .findOne());
        found.ifPresent(paper -> note(ledger));
        return found;
    }

    /** Whoever looks is kept, and the township whose paper it is learns of it, unless it looked itself. */
    private void note(UUID paper) {
        UUID look = Uuid7.next();
        LocalDate today = day.today();
        int looks = jdbi.withHandle(h -> h.execute(
                """
                insert into cash_look (paper_id, by_whom, department, area, seen_on, look_id) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""",
                paper,
                caller.name(),
                caller.department().name(),
                caller.area(),
                today,
                look));
        if (looks == 1 && caller.department() != Department.TOWNSHIP) {
            CashPaperSeen seen = jdbi.withHandle(h -> h.createQuery(
                            """
                            select person_key, township from cash_entry where entry_id = :paper
                            union all select null, township from cash_ledger where ledger_id = :paper""")
                    .bind("paper", paper)
                    .map((row, context) -> new CashPaperSeen(
                            look.toString(),
                            paper.toString(),
                            row.getString("person_key"),
                            row.getString("township"),
                            caller.department(),
                            caller.area(),
                            today))
                    .one());
            outbox.handOver(seen);
        }
    }

    private static Scan paper(ResultSet row, StatementContext context) throws SQLException {
        return new Scan(row.getString(1), row.getBytes(2));
    }
}
