package cn.liangxian.collection.claim;

import java.time.LocalDate;
import java.util.Set;

/** Statuses of these persons changed, in the running transaction. {@code on} is the business date on which it was told. */
public record StatusesChanged(Set<String> personKeys, LocalDate on) {}
