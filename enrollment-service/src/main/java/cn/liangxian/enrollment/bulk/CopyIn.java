package cn.liangxian.enrollment.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes rows into a table by COPY, as fast as the server takes them, in the transaction of the handle. Closing it without
 * {@link #finish()} leaves the table as it was. The handle can do nothing else meanwhile.
 */
public final class CopyIn implements AutoCloseable {

    private final org.postgresql.copy.CopyIn copy;
    private final OutputStream out;
    private final StringBuilder row = new StringBuilder(512);
    private boolean first = true;
    private boolean finished;

    /** @param target table and columns, as in {@code person (person_key, name)} */
    public CopyIn(Handle handle, String target) {
        try {
            copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin");
            out = new PGCopyOutputStream(copy, 64 * 1024);
        } catch (SQLException e) {
            throw new IllegalStateException("COPY into " + target + " was refused", e);
        }
    }

    /** The next column of the row; null is null. */
    public CopyIn put(Object value) {
        if (!first) {
            row.append('\t');
        }
        first = false;
        if (value == null) {
            row.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Ends the row. */
    public void endRow() {
        row.append('\n');
        try {
            out.write(row.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row.setLength(0);
        first = true;
    }

    /** Everything written becomes part of the transaction; returns the number of rows. */
    public long finish() {
        try {
            out.close();
            finished = true;
            return copy.getHandledRowCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("COPY cannot be cancelled", e);
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(c);
            }
        }
    }
}
