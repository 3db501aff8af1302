package cn.liangxian.collection.debitlist;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/**
 * An amount that was changed on a township's application.
 *
 * @param number in the order in which amounts were set and changed
 * @param specialist who applied, by name; null where the notice knows no specialists
 * @param login by which it was applied for, whoever it names; null where none was kept yet
 */
public record AmountChange(
        long number,
        String changeId,
        String personKey,
        String village,
        Insurance insurance,
        LocalDate changedOn,
        Fen before,
        Fen after,
        String reason,
        String specialist,
        String login) {}
