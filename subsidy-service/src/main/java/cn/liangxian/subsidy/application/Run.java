package cn.liangxian.subsidy.application;

import java.time.LocalDate;

/**
 * A run of the policy's schedule. It decides by the facts of the days before its date, whenever it is performed.
 *
 * @param waitingFor what it waits for, in words; null when it waits for nothing
 * @param since business date since which it is in this state
 * @param undecided people to whom a grant may be due that hangs on a wife's date of birth, which no roster carries
 */
public record Run(RunKind kind, LocalDate date, RunState state, String waitingFor, LocalDate since, int undecided) {}
