package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An uploaded list before its commit by a second person.
 *
 * @param bytes of the file; {@code digest} its SHA-256
 * @param decidedOn null while it waits; {@code listId} null until it was committed
 */
record Draft(
        UUID id,
        Department department,
        Declaration declaration,
        String fileName,
        long bytes,
        String digest,
        LocalDate uploadedOn,
        String uploadedBy,
        LocalDate decidedOn,
        String decidedBy,
        UUID listId) {

    boolean waits() {
        return decidedOn == null;
    }
}
