package cn.liangxian.enrollment.household;

import java.nio.file.Path;

/**
 * Household data as it came in.
 *
 * @param quarter for which it is the latest; null for the last that has ended
 * @param lines JSON objects one after the other (NDJSON); otherwise CSV in UTF-8
 */
record HouseholdFeed(
        String area, String quarter, int declared, boolean lines, Path file, String digest, String receivedBy) {

    /** What an Idempotency-Key stands for. */
    record Content(String area, String quarter, int declared, String digest) {}

    Content content() {
        return new Content(area, quarter, declared, digest);
    }
}
