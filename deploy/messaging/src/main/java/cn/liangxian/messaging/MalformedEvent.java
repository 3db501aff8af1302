package cn.liangxian.messaging;

/** An event that cannot be read: envelope attributes are missing, or the payload is not what its topic declares. */
public class MalformedEvent extends RuntimeException {

    public MalformedEvent(String message) {
        super(message);
    }

    public MalformedEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
