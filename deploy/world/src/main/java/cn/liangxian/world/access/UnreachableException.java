package cn.liangxian.world.access;

/** A service, the broker or the login did not answer for as long as an actor is willing to try. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String what, Throwable last) {
        super(what, last);
    }
}
