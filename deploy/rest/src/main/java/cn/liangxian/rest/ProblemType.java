package cn.liangxian.rest;

/** A kind of problem that a client can tell by its stable code; each feature has an enum of its own. */
public interface ProblemType {

    /** Stable, lower case with dashes. */
    String code();

    /** HTTP status. */
    int status();

    /** Title in Chinese; {@link #en()} in English. */
    String zh();

    String en();
}
