package cn.liangxian.rest;

/** A kind of problem that a client can tell by its stable code; each feature has an enum of its own. */
public interface ProblemType {

    /**
     * What the client reads.
     *
     * @param code stable, lower case with dashes
     * @param status of HTTP
     * @param zh title in Chinese; {@code en} in English
     */
    record Wording(String code, int status, String zh, String en) {}

    Wording wording();

    default String code() {
        return wording().code();
    }

    default int status() {
        return wording().status();
    }

    /** What the title says, for where a field says the same. */
    default Text title() {
        return new Text(zh(), en());
    }

    default String zh() {
        return wording().zh();
    }

    default String en() {
        return wording().en();
    }
}
