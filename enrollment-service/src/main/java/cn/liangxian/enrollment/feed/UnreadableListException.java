package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;

/** The file as a whole is refused; nothing of it was applied. The detail never quotes the file's contents. */
public final class UnreadableListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Unreadable reason;
    private final transient Text detail;

    public UnreadableListException(Unreadable reason, Text detail) {
        super(reason.code() + ": " + detail.en());
        this.reason = reason;
        this.detail = detail;
    }

    public Unreadable reason() {
        return reason;
    }

    public Text detail() {
        return detail;
    }

    /** The reason with its detail. */
    public Text text() {
        return reason.text().with(detail);
    }
}
