package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;

/**
 * What the government adds per paid head and year.
 *
 * @param floor whether the notice gives only a lower bound (不低于)
 */
public record Subsidy(Fen amount, String funder, boolean floor, String clause, boolean assumed) {}
