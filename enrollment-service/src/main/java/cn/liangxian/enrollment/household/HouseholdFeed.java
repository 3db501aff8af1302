package cn.liangxian.enrollment.household;

import java.nio.file.Path;

/**
 * Household data as it came in.
 *
 * @param lines JSON objects one after the other (NDJSON); otherwise CSV in UTF-8
 */
record HouseholdFeed(String area, int declared, boolean lines, Path file, String digest, String receivedBy) {

    /** What an Idempotency-Key stands for. */
    record Content(String area, int declared, String digest) {}

    Content content() {
        return new Content(area, declared, digest);
    }
}
