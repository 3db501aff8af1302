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

    private Optional<Text> objection(Opened day) {
        Effective effective = policy.effective();
        if (!effective.covers(day.date()))
            return Optional.of(new Text(
                    policy.version() + " 自" + effective.from() + "起有效，"
                            + (effective.until() == null ? "至被替代止" : "至" + effective.until() + "止") + "，业务日为"
                            + day.date(),
                    policy.version() + " is in force from " + effective.from() + " until "
                            + (effective.until() == null ? "it is replaced" : effective.until()) + ", and it is "
                            + day.date()));
        if (day.policy() == null || day.policy().equals(policy.digest())) return Optional.empty();
        return Optional.of(
                day.policy().isEmpty()
                        ? new Text(
                                policy.version() + " 至" + day.date() + "尚未启用",
                                policy.version() + " was not activated by " + day.date())
                        : new Text(
                                policy.version() + " 不是" + day.date() + "有效的文本",
                                policy.version() + " is not the text that is in force on " + day.date()));
    }
}
