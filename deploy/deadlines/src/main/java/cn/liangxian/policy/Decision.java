package cn.liangxian.policy;

/**
 * Whether a person may take part in an insurance, with the clause that decides.
 *
 * @param zh the reason in words, for the person; empty when eligible
 * @param en the same in English
 */
public record Decision(boolean eligible, String clause, String zh, String en) {}
