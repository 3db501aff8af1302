package cn.liangxian.rest;

import java.util.ArrayList;
import java.util.List;

/** A refusal with its reason, rendered as RFC 9457 problem details. Nothing of the refused request is applied. */
public class Problem extends RuntimeException {

    /**
     * What exactly is wrong where.
     *
     * @param row counts from 1 and is null outside of tables
     * @param message in Chinese; {@code messageEn} in English
     */
    public record Violation(Integer row, String field, String message, String messageEn) {
        Violation(Integer row, String field, Text text) {
            this(row, field, text.zh(), text.en());
        }
    }

    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<Violation> violations = new ArrayList<>();

    /** @param detail null where the title says all */
    public Problem(ProblemType type, Text detail) {
        super(detail == null ? null : detail.en());
        this.type = type;
        this.detail = detail;
    }

    public Problem at(Integer row, String field, Text message) {
        violations.add(new Violation(row, field, message));
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** Null where the title says all. */
    public Text detail() {
        return detail;
    }

    /** What a refused row says: the detail, or the title where that says all. */
    public Text said() {
        return detail == null ? type.title() : detail;
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
