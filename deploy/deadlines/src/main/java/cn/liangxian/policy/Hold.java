package cn.liangxian.policy;

import java.time.LocalDate;

/** A payment that should wait until the birthday, because paying before it endangers the proxy payment. */
public record Hold(LocalDate until, int birthday, String clause, boolean assumed) {}
