package cn.liangxian.audit.waiver;

import cn.liangxian.audit.register.Entry;
import cn.liangxian.audit.register.Excuse;
import cn.liangxian.audit.register.Happening;
import cn.liangxian.audit.register.LifeCycle;
import cn.liangxian.audit.register.Registering;
import cn.liangxian.audit.register.Sight;
import cn.liangxian.audit.waiver.Waiver.Kind;
import cn.liangxian.audit.waiver.Waiver.State;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Excuses an obligation, or makes it void: one person asks with a reason, a second one, of another department than the one
 * that owes it, decides with a reason. Nobody excuses themselves.
 */
@ApplicationScoped
class Waiving {

    private final Waivers waivers;
    private final Registering register;
    private final BusinessDay day;
    private final Caller caller;

    Waiving(Waivers waivers, Registering register, BusinessDay day, Caller caller) {
        this.waivers = waivers;
        this.register = register;
        this.day = day;
        this.caller = caller;
    }

    /** Asked for by one of the two parties, or by whoever oversees all. */
    @Transactional(TxType.MANDATORY)
    Waiver ask(String obligationId, Kind kind, String reason) {
        Entry entry = register.held(obligationId).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(entry.obligation().area());
        Department department = caller.department();
        if (!Sight.oversees(department)) {
            caller.mustBe(entry.obligation().owner(), entry.obligation().receiver());
        }
        mustBePossible(entry, kind);
        if (waivers.anyPending(obligationId)) {
            throw new Problem(WaiverProblem.PENDING, Text.value(obligationId));
        }
        String id = Uuid7.next().toString();
        waivers.ask(id, obligationId, kind, reason, day.today());
        return waivers.get(id);
    }

    @Transactional(TxType.MANDATORY)
    Waiver decide(String waiverId, boolean approved, String reason) {
        Waiver waiver = waivers.get(waiverId);
        Entry entry = register.held(waiver.obligationId()).orElseThrow();
        caller.mustCover(waiver.area());
        Department department = caller.department();
        if (department == waiver.owner() || caller.name().equals(waiver.requestedBy())) {
            throw new Problem(WaiverProblem.OWN, null);
        }
        if (!Sight.oversees(department)) {
            caller.mustBe(waiver.receiver());
        }
        if (waiver.state() != State.PENDING) {
            throw new Problem(WaiverProblem.DECIDED, Text.on(waiver.decidedOn()));
        }
        if (approved) {
            mustBePossible(entry, waiver.kind());
        }
        if (!waivers.decide(waiver, approved, reason, day.today())) {
            throw new Problem(WaiverProblem.DECIDED, null);
        }
        if (approved) {
            register.excuse(
                    waiver.obligationId(),
                    new Excuse(
                            happening(waiver.kind()),
                            day.today(),
                            waiverId,
                            waiver.reason(),
                            waiver.requester(),
                            department));
        }
        return waivers.get(waiverId);
    }

    private static void mustBePossible(Entry entry, Kind kind) {
        if (!LifeCycle.allows(entry.standing(), happening(kind))) {
            throw new Problem(WaiverProblem.NOT_WAIVABLE, entry.standing().text());
        }
    }

    private static Happening happening(Kind kind) {
        return kind == Kind.WAIVE ? Happening.WAIVED : Happening.VOIDED;
    }
}
