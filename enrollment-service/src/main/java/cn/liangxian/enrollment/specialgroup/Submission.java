package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.handoff.Department;
import java.nio.file.Path;

/**
 * A list as it came in.
 *
 * @param file null when none was attached
 * @param digest SHA-256 of the file, hexadecimal; that of nothing when there is none
 */
record Submission(
        Declaration declaration,
        Department department,
        String receivedBy,
        Path file,
        String fileName,
        long bytes,
        String digest) {

    /** What an Idempotency-Key stands for. */
    record Content(Declaration declaration, Department department, String digest) {}

    Content content() {
        return new Content(declaration, department, digest);
    }
}
