package cn.liangxian.audit.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a receiver that fails is waited for. Clocks of machines, not of the campaign: no rule of a notice reads them. */
@ApplicationScoped
class Patience {

    private final List<Duration> pauses;
    private final Duration longest;

    Patience(
            @ConfigProperty(name = "liangxian.webhooks.pauses") List<Duration> pauses,
            @ConfigProperty(name = "liangxian.webhooks.disabled-after") Duration longest) {
        this.pauses = pauses;
        this.longest = longest;
    }

    /** Before the next try, after so many failed ones in a row: longer and longer. */
    Duration pause(int failures) {
        return pauses.get(Math.min(failures, pauses.size()) - 1);
    }

    /** Whether an event that so many tries did not bring home is left, so that those behind it are told. */
    boolean leaves(int attempts) {
        return attempts > pauses.size();
    }

    /** Failing for so long, a subscription is disabled. */
    Duration longest() {
        return longest;
    }
}
