package cn.liangxian.enrollment.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what arrived, hexadecimal, and how many bytes it was. */
public record FileDigest(String sha256, long bytes) {

    /** The digest of nothing, where no file came. */
    public static FileDigest ofNothing() {
        return new FileDigest(HexFormat.of().formatHex(sha256Digest().digest()), 0);
    }

    public static FileDigest of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a stream and takes its digest on the way. */
    public static FileDigest copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest sha256 = sha256Digest();
        long bytes = new DigestInputStream(from, sha256).transferTo(to);
        return new FileDigest(HexFormat.of().formatHex(sha256.digest()), bytes);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
