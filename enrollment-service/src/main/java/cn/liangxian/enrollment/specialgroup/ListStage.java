package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.feed.ListFile;
import cn.liangxian.enrollment.feed.ListLimits;
import cn.liangxian.enrollment.feed.Marks;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.Table;
import cn.liangxian.enrollment.feed.UnreadableListException;
import cn.liangxian.messaging.CopyIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A list on its way into the register: read row by row into a table that ends with the transaction. */
final class ListStage {

    private ListStage() {}

    /**
     * How far the file could be read.
     *
     * @param unreadable null when it was read to its end
     */
    record Outcome(ListFile.Format format, int received, UnreadableListException unreadable) {}

    static Outcome fill(Handle h, Submission submission, ListLimits limits, Marks marks, Follower follower) {
        h.execute(
                """
                create temporary table list_stage
                    (row int, id_number text, name text, valid_from date, valid_until date, faults text)
                on commit drop""");
        LocalDate listDate = submission.declaration().listDate();
        ListFile.Format format = null;
        try (CopyIn copy = new CopyIn(h, "list_stage")) {
            Table table = new Table(ListedRow.REQUIRED, ListedRow.KNOWN, (number, row) -> {
                write(copy, number, ListedRow.read(row, listDate));
                follower.rowRead();
            });
            UnreadableListException unreadable = null;
            int received = 0;
            try {
                marks.check(submission.fileName());
                ListFile file = ListFile.recognise(submission.file(), limits);
                format = file.format();
                file.reader(ListedRow.KNOWN, limits).read(marks.guard(table));
                received = table.received();
            } catch (UnreadableListException e) {
                unreadable = e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // finished also when the file is refused: a cancelled COPY would take the whole transaction with it
            copy.finish();
            if (unreadable == null) {
                follower.allRead();
                h.execute("analyze list_stage");
            }
            return new Outcome(format, received, unreadable);
        }
    }

    private static void write(CopyIn copy, int number, ListedRow row) {
        List<RowFault> faults = row.faults();
        copy.put(number)
                .put(row.idNumber())
                .put(row.name())
                .put(row.from())
                .put(row.until())
                .put(RowFault.pack(faults))
                .endRow();
    }
}
