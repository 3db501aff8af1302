package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.feed.AnnotatedCopy;
import cn.liangxian.enrollment.feed.ListFile;
import cn.liangxian.enrollment.feed.ListLimits;
import cn.liangxian.enrollment.feed.UnreadableListException;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives a list back to its sender with the reason beside every row that was not imported. */
@ApplicationScoped
public class ReturningList {

    private static final int PAGE = 1000;
    private final Jdbi jdbi;

    ReturningList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A file to send; the content can be written once. */
    public record ReturnedFile(String mediaType, String extension, StreamingOutput content) {}

    /** The list, if there is one. */
    public Optional<GradedList> find(UUID listId) {
        return jdbi.withHandle(h -> SpecialGroupLists.find(h, listId));
    }

    @Transactional
    public ReturnedFile withReasons(UUID listId) {
        try {
            Path original = Files.createTempFile("list-", ".original");
            Path annotated = Files.createTempFile("list-", ".returned");
            try {
                ListFile file = jdbi.withHandle(h -> annotate(h, listId, original, annotated));
                return switch (file.format()) {
                    case XLSX ->
                        returned(
                                annotated,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                ".xlsx");
                    case CSV ->
                        returned(
                                annotated,
                                "text/csv;charset=" + file.text().charset().name(),
                                ".csv");
                    case JSON, LINES -> returned(annotated, "application/json", ".json");
                };
            } catch (UnreadableListException e) {
                Files.deleteIfExists(annotated);
                throw new Problem(SpecialGroupProblem.NO_ROWS_TO_RETURN, e.text());
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(annotated);
                throw e;
            } finally {
                Files.deleteIfExists(original);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ListFile annotate(Handle h, UUID listId, Path original, Path annotated) throws IOException {
        if (!ListArchive.restore(h, listId, original)) {
            throw new Problem(SpecialGroupProblem.NO_ROWS_TO_RETURN, new Text("未留存该文件", "the file was not kept"));
        }
        ListFile file = ListFile.recognise(original, ListLimits.STANDARD);
        new AnnotatedCopy(file, ListedRow.REQUIRED, ListLimits.STANDARD).write(annotated, new Reasons(h, listId)::of);
        return file;
    }

    private static ReturnedFile returned(Path file, String mediaType, String extension) {
        return new ReturnedFile(mediaType, extension, out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        });
    }

    /** Reasons by row, read page by page in the order of the file. */
    private static final class Reasons {
        private final Handle h;
        private final UUID listId;
        private final Deque<Reason> ahead = new ArrayDeque<>();
        private int after = -1;
        private boolean end;

        private record Reason(int row, String text) {}

        private Reasons(Handle h, UUID listId) {
            this.h = h;
            this.listId = listId;
        }

        private String of(int row) {
            while (true) {
                if (ahead.isEmpty() && !end) {
                    turnPage();
                }
                if (ahead.isEmpty() || ahead.peek().row() > row) {
                    return "";
                }
                Reason reason = ahead.poll();
                if (reason.row() == row) {
                    return reason.text();
                }
            }
        }

        private void turnPage() {
            ahead.addAll(h.createQuery(
                            """
                            select row, string_agg(field || '：' || message, '；' order by field, code)
                            from special_group_error where list_id = ? and row > ? group by row order by row limit ?""")
                    .bind(0, listId)
                    .bind(1, after)
                    .bind(2, PAGE)
                    .map((row, context) -> new Reason(row.getInt(1), row.getString(2)))
                    .list());
            end = ahead.size() < PAGE;
            after = ahead.isEmpty() ? after : ahead.peekLast().row();
        }
    }
}
