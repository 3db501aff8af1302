package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;

/**
 * A contribution level 缴费档次 a person may choose; medical insurance knows one.
 *
 * @param subsidy what the government adds for this level, also when somebody else pays it
 * @param assumed whether no text gives the level
 */
public record Tier(Fen amount, Fen subsidy, String clause, boolean assumed) {}
