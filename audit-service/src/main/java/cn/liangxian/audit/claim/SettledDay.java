package cn.liangxian.audit.claim;

import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/** A day on which claims of an insurance were paid in full. */
public record SettledDay(LocalDate date, Insurance insurance) {}
