package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;

/**
 * What a rule grants a person: money of one funder for one purpose.
 *
 * @param assumed whether a reading that no text gives took part in it
 */
record Wanted(Purpose purpose, String funder, String rule, String clause, Fen amount, boolean assumed) {}
