package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import java.util.UUID;

/** What was applied for one person under one rule; the id is later that of the proxy payment. */
public record ApplicationLine(UUID id, int number, String personKey, String rule, String clause, Fen amount) {}
