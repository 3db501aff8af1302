package cn.liangxian.enrollment.feed;

/** The file as a whole is refused; nothing of it was applied. The detail never quotes the file's contents. */
public final class UnreadableListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Unreadable reason;
    private final String detail;

    public UnreadableListException(Unreadable reason, String detail) {
        super(reason.code() + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Unreadable reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
