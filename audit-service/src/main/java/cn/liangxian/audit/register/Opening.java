package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;

/**
 * An obligation whose clock starts.
 *
 * @param needed so many parts must arrive before it is met
 * @param startedBy event that starts it; empty when the calendar does
 */
public record Opening(Obligation obligation, int needed, String startedBy) {}
