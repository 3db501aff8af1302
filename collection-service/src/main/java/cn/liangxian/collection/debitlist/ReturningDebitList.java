package cn.liangxian.collection.debitlist;

import cn.liangxian.collection.DebitHandoff.DebitListReturned;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.debitlist.DebitList.Refused;
import cn.liangxian.collection.debitlist.DebitListResource.Return;
import cn.liangxian.collection.debitlist.DebitListResource.ReturnedRow;
import cn.liangxian.collection.debitlist.DebitLists.Row;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the debit list of a township: declared count, signature and seal must be right or nothing is taken; a row that
 * cannot be taken is refused and the others stand. Until the amounts are set, a corrected list replaces it.
 */
@ApplicationScoped
@Clause({"bachu-2022/第二十六条(2)", "bachu-2022/第二十六条(3)", "bachu-2022/第二十六条(4)"})
class ReturningDebitList {

    private static final String HANDOFF = "collection-debit-list-returned";

    private final DebitLists lists;
    private final Claims claims;
    private final OwedByDebit owed;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;

    ReturningDebitList(
            DebitLists lists, Claims claims, OwedByDebit owed, Policy policy, BusinessDay day, Outbox outbox) {
        this.lists = lists;
        this.claims = claims;
        this.owed = owed;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
    }

    private record Asked(String idNumber, Insurance insurance) {}

    DebitList take(Return returned) {
        mustBeWhole(returned);
        LocalDate today = day.today();
        Map<Asked, List<Claim>> standing = standing(returned.rows());
        Map<Long, Row> rows = new HashMap<>();
        Set<String> people = new HashSet<>();
        List<Refused> refusals = new ArrayList<>();
        for (int i = 0; i < returned.rows().size(); i++) {
            ReturnedRow row = returned.rows().get(i);
            try {
                Claim claim = owed.only(
                        standing.getOrDefault(new Asked(row.idNumber(), row.insurance()), List.of()),
                        returned.township());
                if (rows.containsKey(claim.number())) {
                    throw new Problem(
                            PaymentProblem.PAYER_AMBIGUOUS, new Text("与前面一行重复", "an earlier row names the same claim"));
                }
                Fen amount = row.reason() == null ? owed.agreed(claim, row.tier(), row.amount(), today) : Fen.ZERO;
                rows.put(claim.number(), new Row(claim.number(), amount, row.tier(), row.reason()));
                people.add(claim.personKey());
            } catch (Problem refusal) {
                refusals.add(new Refused(i + 1, refusal));
            }
        }
        return enter(returned, today, List.copyOf(rows.values()), people.size(), refusals);
    }

    private void mustBeWhole(Return returned) {
        int count = returned.rows().size();
        if (returned.declaredCount() != count) {
            throw new Problem(DebitListProblem.COUNT_DIFFERS, Text.counts(returned.declaredCount(), count));
        }
        boolean sealNeeded = policy.deadline(HANDOFF).filter(Deadline::sealed).isPresent();
        if (sealNeeded && (!returned.sealed() || returned.signedBy().isBlank())) {
            throw new Problem(DebitListProblem.UNSEALED, null)
                    .at(null, returned.sealed() ? "signedBy" : "sealed", Text.MISSING);
        }
    }

    private Map<Asked, List<Claim>> standing(List<ReturnedRow> rows) {
        Set<String> idNumbers = new HashSet<>();
        rows.forEach(row -> idNumbers.add(row.idNumber()));
        Map<Asked, List<Claim>> standing = new HashMap<>();
        for (Claims.Asked found : claims.lockByIdNumbers(idNumbers)) {
            standing.computeIfAbsent(new Asked(found.idNumber(), found.claim().insurance()), asked -> new ArrayList<>())
                    .add(found.claim());
        }
        return standing;
    }

    private DebitList enter(Return returned, LocalDate today, List<Row> rows, int people, List<Refused> refusals) {
        lists.current(returned.township(), policy.feeYear()).ifPresent(former -> {
            if (former.state() == DebitListState.AMOUNTS_SET) {
                throw new Problem(DebitListProblem.AMOUNTS_ALREADY_SET, Text.on(former.amountsSetOn()));
            }
            lists.supersede(former);
        });
        LineDigest digest = new LineDigest();
        Fen total = Fen.ZERO;
        int debitable = 0;
        for (Row row : rows) {
            digest.add(row.canonical());
            total = total.plus(row.amount());
            debitable += row.reason() == null ? 1 : 0;
        }
        DebitList list = new DebitList(
                Uuid7.next().toString(),
                returned.township(),
                today,
                rows.size(),
                debitable,
                total,
                digest.hex(),
                DebitListState.LIFE.first(),
                null,
                refusals);
        lists.enter(list, policy.feeYear(), returned.categories(), returned.signedBy(), rows);
        outbox.handOver(new DebitListReturned(
                list.listId(),
                list.township(),
                policy.feeYear(),
                people,
                debitable,
                total,
                returned.categories(),
                returned.signedBy(),
                returned.sealed(),
                list.digest()));
        return list;
    }
}
