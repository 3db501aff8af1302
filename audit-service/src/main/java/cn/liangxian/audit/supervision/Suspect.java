package cn.liangxian.audit.supervision;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import java.util.List;

/**
 * What a rule found.
 *
 * @param key what it is about; the same key is found once
 * @param department who has to explain it, in which {@code area}
 * @param amount in question
 * @param evidence ids of the events that show it
 */
record Suspect(String key, Department department, String area, Fen amount, List<String> evidence) {}
