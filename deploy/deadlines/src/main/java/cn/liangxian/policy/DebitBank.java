package cn.liangxian.policy;

import java.util.Map;

/**
 * A bank that debits.
 *
 * @param number its number as payer's bank (PayBkCode), 12 digits
 * @param results the bank's own codes; what is not among them is {@link DebitResult#UNKNOWN}
 */
public record DebitBank(String code, String number, String zh, String en, Map<String, DebitResult> results) {

    public DebitBank {
        results = Map.copyOf(results);
    }

    public DebitResult result(String ownCode) {
        return results.getOrDefault(ownCode, DebitResult.UNKNOWN);
    }
}
