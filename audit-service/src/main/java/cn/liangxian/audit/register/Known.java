package cn.liangxian.audit.register;

import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/** What decides about an obligation beside the event that would open it. */
@FunctionalInterface
interface Known {

    /** Whether any claim of the insurance was paid in full on the date, so that there is something to pass on. */
    boolean anyClaimSettled(LocalDate date, Insurance insurance);
}
