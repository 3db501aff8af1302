package cn.liangxian.subsidy.roster;

/** A change of this person's statuses was recorded, in the running transaction. */
public record StatusReported(String personKey) {}
