package cn.liangxian.journeys.clause;

/**
 * A clause of a notice, as {@code deploy/docs/clauses.csv} has it.
 *
 * @param notice its document, for example {@code yicheng-2024}
 * @param kind what sort of work it is; {@code human} is nobody's software
 */
record Clause(String id, String notice, String what, String quote, String kind) {

    static Clause of(String id, String what, String quote, String kind) {
        return new Clause(id, id.substring(0, id.indexOf('/')), what, quote, kind);
    }

    boolean human() {
        return kind.equals("human");
    }
}
