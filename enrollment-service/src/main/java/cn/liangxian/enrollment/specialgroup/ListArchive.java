package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.feed.ListLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The files as they arrived, kept in parts, so that no file is ever in memory as a whole. */
final class ListArchive {

    private static final int PART = 256 * 1024;

    private ListArchive() {}

    /** A file beyond the limit is not kept: its digest and size are. */
    static void keep(Handle h, UUID listId, Path file, ListLimits limits) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > limits.fileBytes()) {
                return;
            }
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                h.createUpdate("insert into special_group_file (list_id, part, content) values (?, ?, ?)")
                        .bind(0, listId)
                        .bind(1, part++)
                        .bind(2, bytes)
                        .execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file as it arrived; false when it was not kept. */
    static boolean restore(Handle h, UUID listId, Path target) throws IOException {
        int part = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (byte[] bytes = read(h, listId, part); bytes != null; bytes = read(h, listId, ++part)) {
                out.write(bytes);
            }
        }
        return part > 0;
    }

    private static byte[] read(Handle h, UUID listId, int part) {
        return h.createQuery("select content from special_group_file where list_id = ? and part = ?")
                .bind(0, listId)
                .bind(1, part)
                .map((row, context) -> row.getBytes(1))
                .findOne()
                .orElse(null);
    }
}
