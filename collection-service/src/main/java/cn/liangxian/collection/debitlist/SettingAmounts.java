package cn.liangxian.collection.debitlist;

import cn.liangxian.collection.DebitHandoff.AmountChangeApplied;
import cn.liangxian.collection.DebitHandoff.AmountsSet;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.debitlist.DebitListResource.Change;
import cn.liangxian.collection.debitlist.DebitLists.SetAmount;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Tax sets the amounts of a debit list; after that a township applies for changes, as long as the policy leaves it time. */
@ApplicationScoped
class SettingAmounts {

    private static final String CHANGE = "collection-amount-change-applied";
    private static final String NAMED_PERSONS = "audit-duty-assigned";
    private static final String SET = "collection-amounts-set";

    private final DebitLists lists;
    private final Claims claims;
    private final OwedByDebit owed;
    private final Specialists specialists;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;
    private final Caller caller;

    SettingAmounts(
            DebitLists lists,
            Claims claims,
            OwedByDebit owed,
            Specialists specialists,
            Policy policy,
            BusinessDay day,
            Outbox outbox,
            Caller caller) {
        this.lists = lists;
        this.claims = claims;
        this.owed = owed;
        this.specialists = specialists;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Clause({"bachu-2022/第二十七条(1)", "bachu-2022/第二十七条(3)"})
    DebitList set(UUID id) {
        DebitList list = lists.lock(id)
                .filter(found -> found.township().startsWith(caller.area()))
                .orElseThrow(() -> new Problem(DebitListProblem.NOT_FOUND, null));
        if (list.state() != DebitListState.RETURNED) {
            throw new Problem(
                    DebitListProblem.AMOUNTS_ALREADY_SET,
                    list.state() == DebitListState.AMOUNTS_SET
                            ? Text.on(list.amountsSetOn())
                            : new Text("该清册已由更正的清册代替", "a corrected list has replaced this one"));
        }
        int claimed = lists.setAmounts(list, day.today());
        outbox.handOver(new AmountsSet(list.listId(), list.township(), claimed, list.total()));
        return lists.lock(id).orElseThrow();
    }

    /** @throws Problem when somebody else than the specialist applies, no amount was set, the time is over, or it is not what the resident owes */
    @Clause("bachu-2022/第二十七条(2)")
    AmountChangeApplied change(Change change) {
        LocalDate today = day.today();
        Claim claim = owed.only(claims.lock(change.idNumber(), change.insurance()), caller.area());
        mustBeSpecialist(change.specialist(), claim.township(), today);
        SetAmount before =
                lists.amount(claim.number()).orElseThrow(() -> new Problem(DebitListProblem.AMOUNTS_NOT_SET, null));
        LocalDate last = changesUntil(before.listSetOn());
        if (last != null && today.isAfter(last)) {
            throw new Problem(
                    DebitListProblem.WINDOW_CLOSED,
                    new Text("变更申请截至" + last, "changes could be applied for until " + last));
        }
        Fen after = owed.agreed(claim, change.tier(), change.amount(), today);
        if (after.equals(before.amount())) {
            throw new Problem(
                    DebitListProblem.AMOUNT_UNCHANGED, new Text("现为" + after + "元", "it is " + after + " yuan"));
        }
        UUID id = Uuid7.next();
        lists.change(id, claim.number(), before.listId(), after, change, caller.name(), today);
        AmountChangeApplied applied = new AmountChangeApplied(
                id.toString(),
                before.listId(),
                claim.township(),
                claim.personKey(),
                claim.insurance(),
                before.amount(),
                after,
                change.reason(),
                change.specialist());
        outbox.handOver(applied);
        return applied;
    }

    /** The last day on which changes of a list can be applied for; null where the policy sets no end. */
    @Clause("bachu-2022/第二十七条(2)")
    LocalDate changesUntil(LocalDate setOn) {
        return policy.deadline(CHANGE)
                .map(deadline -> deadline.rule().due(policy.anchors().with(SET, setOn)))
                .orElse(null);
    }

    /**
     * Where the notice has townships put their specialist on record, he alone applies (由各乡（镇）劳动和社会保障专干提交). The refusal
     * does not say who it is: whoever read it could write the name.
     */
    private void mustBeSpecialist(String person, String township, LocalDate today) {
        if (policy.deadline(NAMED_PERSONS).isEmpty()) {
            return;
        }
        Optional<String> named = specialists.of(township, today);
        if (!named.equals(Optional.ofNullable(person))) {
            throw new Problem(
                    DebitListProblem.NOT_THE_SPECIALIST,
                    named.isPresent()
                            ? new Text("所填姓名与登记的专干不符", "the name is not the one on record")
                            : new Text("本乡镇尚未登记专干", "the township has named nobody"));
        }
    }
}
