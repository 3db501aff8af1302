package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;

/**
 * One payer's part of what is due.
 *
 * @param funder who stands behind a PROXY share (GOVERNMENT, DISTRICT_FINANCE, NOT_NAMED where the notice is silent); SELF else
 * @param clause the clause that puts this share on this payer
 * @param rule the rule's short name in the policy file
 */
public record Share(Payer payer, String funder, Fen amount, String clause, String rule) {}
