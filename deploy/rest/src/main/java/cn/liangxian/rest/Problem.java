package cn.liangxian.rest;

import java.util.ArrayList;
import java.util.List;

/** A refusal with its reason, rendered as RFC 9457 problem details. Nothing of the refused request is applied. */
public class Problem extends RuntimeException {

    /** What exactly is wrong where; {@code row} counts from 1 and is null outside of tables. */
    public record Violation(Integer row, String field, String message) {}

    private final transient ProblemType type;
    private final transient List<Violation> violations = new ArrayList<>();

    public Problem(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    public Problem at(Integer row, String field, String message) {
        violations.add(new Violation(row, field, message));
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
