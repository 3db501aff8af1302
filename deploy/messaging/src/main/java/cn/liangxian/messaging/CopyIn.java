package cn.liangxian.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Writes rows into a table by COPY, as fast as the server takes them, in the transaction of the handle. Closing it without
 * {@link #finish()} leaves the table as it was. The handle can do nothing else meanwhile. What the server refuses is a
 * {@link Refused}, which says why by its {@link SQLException}.
 */
public final class CopyIn implements AutoCloseable {

    /** Characters that are gathered before they are sent: large rows must not stand in the heap twice. */
    private static final int CHUNK = 64 * 1024;

    private final org.postgresql.copy.CopyIn copy;
    private final StringBuilder rows = new StringBuilder(CHUNK + CHUNK / 4);
    private boolean first = true;

    /** The server did not take the rows. */
    public static final class Refused extends RuntimeException {
        private Refused(SQLException cause) {
            super(cause.getMessage(), cause);
        }

        /** SQLSTATE, as {@code 23505} for a key that is there already. */
        public String state() {
            return ((SQLException) getCause()).getSQLState();
        }
    }

    /** @param target table and columns, as in {@code person (person_key, name)} */
    public CopyIn(Handle handle, String target) {
        try {
            copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin");
        } catch (SQLException e) {
            throw new Refused(e);
        }
    }

    /** The next column of the row; null is null. */
    public CopyIn put(Object value) {
        between();
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** The next column of the row, a number. */
    public CopyIn put(long value) {
        between();
        rows.append(value);
        return this;
    }

    /** The next column of the row, bytes; null is null. */
    public CopyIn put(byte[] value) {
        between();
        if (value == null) {
            rows.append("\\N");
        } else if (isPlain(value)) {
            // half as long as digits, for both sides: what is handed over is almost always such JSON
            rows.append(new String(value, StandardCharsets.US_ASCII));
        } else {
            // as a whole: digit by digit into the text it takes several times as long
            rows.append("\\\\x").append(HexFormat.of().formatHex(value));
        }
        return this;
    }

    /** Printable ASCII without a backslash stands for itself, in COPY and in a bytea. */
    private static boolean isPlain(byte[] value) {
        for (byte b : value) {
            if (b < ' ' || b > '~' || b == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Ends the row. */
    public void endRow() {
        rows.append('\n');
        first = true;
        if (rows.length() > CHUNK) {
            send();
        }
    }

    /** Everything written becomes part of the transaction; returns the number of rows. */
    public long finish() {
        send();
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw new Refused(e);
        }
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new Refused(e);
        }
    }

    private void between() {
        if (!first) {
            rows.append('\t');
        }
        first = false;
    }

    private void send() {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new Refused(e);
        }
    }

    /** Almost no text needs it, and looking is far cheaper than writing letter by letter. */
    private void escape(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            rows.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
