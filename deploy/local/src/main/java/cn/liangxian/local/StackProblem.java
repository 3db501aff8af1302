package cn.liangxian.local;

/** Why the stack cannot do what was asked, and what the reader can do about it. */
public final class StackProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String wayOut;

    public StackProblem(String what, String wayOut) {
        super(what);
        this.wayOut = wayOut;
    }

    /** What to do now, as one sentence or command. */
    public String wayOut() {
        return wayOut;
    }
}
