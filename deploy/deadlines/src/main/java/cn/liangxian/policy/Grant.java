package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;

/** Money that a person gets for belonging to a group, beside what is due (计划生育 300 per spouse). */
public record Grant(String rule, Insurance insurance, Fen amount, String funder, String clause, boolean assumed) {}
