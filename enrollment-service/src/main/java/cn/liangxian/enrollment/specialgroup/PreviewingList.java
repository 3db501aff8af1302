package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.desk.Masked;
import cn.liangxian.enrollment.feed.ListFile;
import cn.liangxian.enrollment.feed.ListLimits;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.Table;
import cn.liangxian.enrollment.feed.UnreadableListException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tries a list out: it goes the way of every list, in a transaction that is rolled back, so that a preview cannot differ
 * from what the commit does.
 */
@ApplicationScoped
class PreviewingList {

    private final SubmittingList submitting;

    PreviewingList(SubmittingList submitting) {
        this.submitting = submitting;
    }

    Preview preview(Submission submission, Follower follower) {
        QuarkusTransaction.begin();
        try {
            return submitting.tryOut(submission, follower, (h, graded) -> {
                List<Preview.Row> rows = new ArrayList<>();
                boolean more = submission.file() != null
                        && !SubmittingList.classified(graded)
                        && read(submission.file(), faults(h, graded), rows);
                return new Preview(graded, rows, more);
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static Map<Integer, List<RowFault>> faults(Handle h, GradedList graded) {
        Map<Integer, List<RowFault>> faults = new HashMap<>();
        h.createQuery(
                        """
                        select row, field, code, message, message_en from special_group_error
                        where list_id = ? and row <= ? order by row, field, code""")
                .bind(0, UUID.fromString(graded.listId()))
                .bind(1, Preview.ROWS + 1)
                .map((row, context) -> faults.computeIfAbsent(row.getInt("row"), r -> new ArrayList<>())
                        .add(new RowFault(
                                row.getString("field"),
                                row.getString("code"),
                                row.getString("message"),
                                row.getString("message_en"))))
                .list();
        return faults;
    }

    /** Returns whether there are more rows than were read. */
    private static boolean read(Path path, Map<Integer, List<RowFault>> faults, List<Preview.Row> rows) {
        try {
            ListFile file = ListFile.recognise(path, ListLimits.STANDARD);
            file.reader(ListedRow.KNOWN, ListLimits.STANDARD)
                    .read(new Table(ListedRow.REQUIRED, ListedRow.KNOWN, (number, row) -> {
                        if (rows.size() == Preview.ROWS) {
                            throw new Enough();
                        }
                        rows.add(new Preview.Row(
                                number,
                                Masked.name(text(row, ListedRow.NAME)),
                                Masked.idNumber(text(row, ListedRow.ID)),
                                text(row, ListedRow.FROM),
                                text(row, ListedRow.UNTIL),
                                text(row, ListedRow.REMARK),
                                faults.getOrDefault(number, List.of())));
                    }));
            return false;
        } catch (Enough e) {
            return true;
        } catch (UnreadableListException e) {
            // the grade says why
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Table.Row row, String column) {
        return row.cell(column).text().strip();
    }

    /** Ends the reading of a file of which enough has been seen. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
