package cn.liangxian.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be used, with everything that is wrong in it, each with its line where known. */
public final class InvalidPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line 1-based, 0 when unknown */
    public record Problem(int line, String where, String what) {
        @Override
        public String toString() {
            return (line > 0 ? "line " + line + ": " : "") + where + ": " + what;
        }
    }

    private final transient List<Problem> problems;

    InvalidPolicyException(String file, List<Problem> problems) {
        super(file + " is not a usable policy:\n"
                + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
