package cn.liangxian.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Batch debit 批量划扣 as a county has it.
 *
 * @param channel code of the channel under which debited money is paid
 * @param first day of the first batch; from then on there is one every day
 * @param cutOff up to when a batch knows what was paid otherwise
 * @param answerDays within so many days the bank answers a batch; then it is asked again every day
 * @param guidance from this day on, who could not be debited is guided to other channels
 * @param tips what the banks' files say beside their lines
 */
public record DebitTerms(
        String channel,
        LocalDate first,
        CutOff cutOff,
        int answerDays,
        LocalDate guidance,
        TipsTerms tips,
        List<DebitBank> banks,
        String clause,
        boolean assumed) {

    public DebitTerms {
        banks = List.copyOf(banks);
    }

    public Optional<DebitBank> bank(String code) {
        return banks.stream().filter(bank -> bank.code().equals(code)).findFirst();
    }
}
