package cn.liangxian.policy;

/**
 * Whether a person may take part in an insurance, with the clause that decides.
 *
 * @param reason in words, for the person; empty when eligible
 */
public record Decision(boolean eligible, String clause, String reason) {}
