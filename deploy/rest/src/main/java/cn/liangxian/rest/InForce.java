package cn.liangxian.rest;

import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.BusinessDay.Opened;
import cn.liangxian.messaging.Force;
import cn.liangxian.policy.Effective;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whether this service's policy file is in force on a business date. The calendar says which text is; where it does not say,
 * the file's own dates decide.
 */
@ApplicationScoped
public class InForce implements Force {

    private final Policy policy;
    private final BusinessDay day;

    InForce(Policy policy, BusinessDay day) {
        this.policy = policy;
        this.day = day;
    }

    @Override
    public boolean covers(Opened day) {
        return objection(day).isEmpty();
    }

    /** {@link Problem} on a date on which this service may take on nothing new. Before the first date nobody asks. */
    public void mustHold() {
        day.lastOpened().flatMap(this::objection).ifPresent(why -> {
            throw new Problem(AnyRequestProblem.POLICY_NOT_IN_FORCE, why);
        });
    }

    private Optional<String> objection(Opened day) {
        Effective effective = policy.effective();
        if (!effective.covers(day.date()))
            return Optional.of(policy.version() + " is in force from " + effective.from() + " until "
                    + (effective.until() == null ? "it is replaced" : effective.until()) + ", and it is " + day.date());
        if (day.policy() == null || day.policy().equals(policy.digest())) return Optional.empty();
        return Optional.of(policy.version()
                + (day.policy().isEmpty()
                        ? " was not activated by " + day.date()
                        : " is not the text that is in force on " + day.date()));
    }
}
