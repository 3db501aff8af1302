package cn.liangxian.audit.register;

import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/** What decides about an obligation beside the event that would open it. */
@FunctionalInterface
interface Known {

    /** How many claims of the insurance were paid in full on the date; without any there is nothing to pass on. */
    int claimsSettled(LocalDate date, Insurance insurance);
}
