package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;
import java.time.LocalDate;

/**
 * Days, both included, on which an insurance can be paid on the same terms.
 *
 * @param price for whoever has no price of their own; null where the person chooses among levels
 * @param waitingDays days without benefit after the payment; 0 when there is none
 * @param assumed whether no text gives what is to be paid in it
 */
public record PaymentWindow(LocalDate from, LocalDate to, Fen price, int waitingDays, String clause, boolean assumed) {}
