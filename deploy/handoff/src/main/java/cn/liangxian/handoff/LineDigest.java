package cn.liangxian.handoff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a set of lines, whatever their order: each line's SHA-256 is read as four 64-bit lanes, the lanes are
 * summed modulo 2^64. Lines arrive over several partitions, so a digest over a sequence would need a sort of a million
 * lines; this one is kept up as they arrive, and a database can keep the four lanes in columns.
 */
public final class LineDigest {

    private final MessageDigest sha256;
    private final long[] lanes = new long[4];
    private long lines;

    public LineDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The four lanes of one line's canonical text. */
    public long[] lanesOf(String line) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(line.getBytes(StandardCharsets.UTF_8)))
                .order(ByteOrder.BIG_ENDIAN);
        return new long[] {hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong()};
    }

    public LineDigest add(String line) {
        return addLanes(lanesOf(line), 1);
    }

    /** Adds lanes that were summed elsewhere, standing for so many lines. */
    public LineDigest addLanes(long[] summed, long count) {
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] += summed[i];
        }
        lines += count;
        return this;
    }

    public long lines() {
        return lines;
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        for (long lane : lanes) {
            bytes.putLong(lane);
        }
        return HexFormat.of().formatHex(bytes.array());
    }
}
