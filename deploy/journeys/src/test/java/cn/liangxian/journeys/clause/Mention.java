package cn.liangxian.journeys.clause;

/**
 * A place that names a clause.
 *
 * @param clause as written there, known or not
 * @param place {@code Type} or {@code Type#method}, or the name of a policy file
 * @param file from the root of the checkout
 */
record Mention(String clause, String place, String file, Kind kind) {

    /** What the place says of the clause. */
    enum Kind {
        /** It carries the clause out. */
        CARRIES,
        /** It cites the clause as the source of a value; what the value does is carried out elsewhere. */
        CITES,
        /** It is a test that shows it. */
        SHOWS,
        /** It is in a test tree and no test, so it shows nothing. */
        IDLE
    }
}
