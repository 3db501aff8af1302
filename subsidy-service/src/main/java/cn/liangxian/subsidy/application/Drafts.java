package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.subsidy.SubsidyHandoff;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyListConfirmed;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.roster.Beneficiary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The applications of one run while its candidates stream by: lines go to the database, only sums stay here. */
final class Drafts {

    private static final int BATCH = 1000;

    private record Key(Purpose purpose, Insurance insurance, int feeYear, String funder) {}

    private static final class Draft {
        final UUID id = Uuid7.next();
        int lines;
        int heads;
        Fen amount = Fen.ZERO;
        boolean assumed;
        String lastPerson;
        final Map<String, Integer> persons = new TreeMap<>();
    }

    private final Map<Key, Draft> drafts = new LinkedHashMap<>();
    private final Handle handle;
    private PreparedBatch batch;

    Drafts(Handle handle) {
        this.handle = handle;
    }

    void add(Beneficiary person, Wanted wanted) {
        Key key = new Key(wanted.purpose(), person.insurance(), person.feeYear(), wanted.funder());
        Draft draft = drafts.computeIfAbsent(key, k -> new Draft());
        draft.lines++;
        draft.persons.merge(wanted.rule(), 1, Integer::sum);
        draft.amount = draft.amount.plus(wanted.amount());
        draft.assumed |= wanted.assumed();
        if (!person.personKey().equals(draft.lastPerson)) {
            draft.heads++;
            draft.lastPerson = person.personKey();
        }
        if (batch == null) {
            batch = handle.prepareBatch(
                    """
                    insert into application_line (line_id, application_id, number, person_key, insurance, fee_year, purpose,
                        rule, clause, amount, assumed)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        }
        batch.add(
                Uuid7.next(),
                draft.id,
                draft.lines,
                person.personKey(),
                person.insurance().name(),
                person.feeYear(),
                wanted.purpose().name(),
                wanted.rule(),
                wanted.clause(),
                wanted.amount().amount(),
                wanted.assumed());
        if (batch.size() == BATCH) {
            batch.execute();
        }
    }

    /** Writes the applications of all lines and returns what is to be handed over. */
    List<SubsidyHandoff> write(LocalDate runDate, LocalDate today) {
        if (batch != null && batch.size() > 0) {
            batch.execute();
        }
        List<SubsidyHandoff> applied = new ArrayList<>();
        drafts.forEach((key, draft) -> {
            handle.execute(
                    "insert into application values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    draft.id,
                    key.purpose().name(),
                    key.insurance().name(),
                    key.feeYear(),
                    key.funder(),
                    draft.heads,
                    draft.amount.amount(),
                    runDate,
                    today,
                    draft.assumed);
            handle.execute("insert into application_progress (application_id) values (?)", draft.id);
            if (key.purpose() == Purpose.PROXY) {
                applied.add(confirmed(key, draft, today));
            }
            applied.add(new FundsApplied(
                    draft.id.toString(),
                    key.purpose(),
                    key.insurance(),
                    key.feeYear(),
                    key.funder(),
                    draft.heads,
                    draft.amount,
                    today,
                    draft.assumed));
        });
        return applied;
    }

    private static ProxyListConfirmed confirmed(Key key, Draft draft, LocalDate today) {
        return new ProxyListConfirmed(
                draft.id.toString(),
                key.insurance(),
                key.feeYear(),
                key.funder(),
                draft.heads,
                draft.amount,
                draft.persons,
                today,
                draft.assumed);
    }
}
