package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Uploaded lists that wait for their second person, as rows. */
final class Drafts {

    private static final int PART = 256 * 1024;
    private static final int MOST = 100;

    private Drafts() {}

    static void enter(Handle h, UUID id, Submission s, Preview preview, LocalDate today) {
        Declaration d = s.declaration();
        h.createUpdate(
                        """
                        insert into list_draft (draft_id, department, category, area, list_date, declared, signed_by, sealed,
                            confirmed_zero, file_name, file_bytes, digest, preview, uploaded_on, uploaded_by)
                        values (:id, :department, :category, :area, :listDate, :declared, :signedBy, :sealed,
                            :zero, :fileName, :bytes, :digest, :preview, :today, :by)""")
                .bind("id", id)
                .bind("department", s.department().name())
                .bind("category", d.category())
                .bind("area", d.area())
                .bind("listDate", d.listDate())
                .bind("declared", d.declaredCount())
                .bind("signedBy", d.signedBy())
                .bind("sealed", d.sealed())
                .bind("zero", d.confirmedZero())
                .bind("fileName", s.fileName())
                .bind("bytes", s.bytes())
                .bind("digest", s.digest())
                .bind("preview", written(preview))
                .bind("today", today)
                .bind("by", s.receivedBy())
                .execute();
        if (s.file() != null) {
            keep(h, id, s.file());
        }
    }

    /** Those that wait, and those decided last. */
    static List<Draft> latest(Handle h, Department department, String area) {
        return h.createQuery(
                        """
                        select * from list_draft where department = :department and starts_with(area, :area)
                        order by decided_on desc nulls first, draft_id desc limit :most""")
                .bind("department", department.name())
                .bind("area", area)
                .bind("most", MOST)
                .map((row, context) -> draft(row))
                .list();
    }

    static Optional<Draft> find(Handle h, UUID id) {
        return find(h, id, "");
    }

    static Optional<Draft> lock(Handle h, UUID id) {
        return find(h, id, " for update");
    }

    private static Optional<Draft> find(Handle h, UUID id, String locking) {
        return h.createQuery("select * from list_draft where draft_id = ?" + locking)
                .bind(0, id)
                .map((row, context) -> draft(row))
                .findOne();
    }

    static Preview preview(Handle h, UUID id) {
        return read(h.createQuery("select preview from list_draft where draft_id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .one());
    }

    /** @param listId null when it was withdrawn */
    static void decide(Handle h, UUID id, UUID listId, LocalDate today, String by) {
        h.createUpdate("update list_draft set decided_on = ?, decided_by = ?, list_id = ?::uuid where draft_id = ?")
                .bind(0, today)
                .bind(1, by)
                .bind(2, listId == null ? null : listId.toString())
                .bind(3, id)
                .execute();
        h.execute("delete from list_draft_file where draft_id = ?", id);
    }

    private static void keep(Handle h, UUID id, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                h.execute("insert into list_draft_file (draft_id, part, content) values (?, ?, ?)", id, part++, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file as it was uploaded; false when there was none. */
    static boolean restore(Handle h, UUID id, Path target) throws IOException {
        int part = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (byte[] bytes = part(h, id, part); bytes != null; bytes = part(h, id, ++part)) {
                out.write(bytes);
            }
        }
        return part > 0;
    }

    private static byte[] part(Handle h, UUID id, int part) {
        return h.createQuery("select content from list_draft_file where draft_id = ? and part = ?")
                .bind(0, id)
                .bind(1, part)
                .map((row, context) -> row.getBytes(1))
                .findOne()
                .orElse(null);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("draft_id", UUID.class),
                Department.valueOf(row.getString("department")),
                new Declaration(
                        row.getString("category"),
                        row.getString("area"),
                        row.getObject("list_date", LocalDate.class),
                        row.getInt("declared"),
                        row.getString("signed_by"),
                        row.getBoolean("sealed"),
                        "electronic",
                        row.getBoolean("confirmed_zero")),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                row.getString("digest"),
                row.getObject("uploaded_on", LocalDate.class),
                row.getString("uploaded_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                row.getObject("list_id", UUID.class));
    }

    private static String written(Preview preview) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(preview);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a preview is no JSON", e);
        }
    }

    private static Preview read(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, Preview.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept preview cannot be read", e);
        }
    }
}
