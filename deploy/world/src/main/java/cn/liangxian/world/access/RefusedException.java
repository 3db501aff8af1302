package cn.liangxian.world.access;

/** A service refused a request that an actor had every reason to expect to be accepted. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String what, int status, String body) {
        super(what + " was refused with " + status + ": " + (body.length() > 600 ? body.substring(0, 600) : body));
    }
}
