package cn.liangxian.audit.publication;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * A photograph or scan of what was published or reported, as it was filed.
 *
 * @param digest SHA-256, 64 hexadecimal digits
 */
public record Evidence(byte[] content, String mediaType, String digest) {

    /** Bytes: a photograph of a telephone fits, and ten at once fit into the heap of the service. */
    static final long LARGEST = 8L * 1024 * 1024;

    private static final Map<String, String> BEGINNINGS =
            Map.of("ffd8ff", "image/jpeg", "89504e470d0a1a0a", "image/png", "255044462d", "application/pdf");

    /** {@link Problem} when there is no file, it is too large, or its first bytes say that it is something else. */
    public static Evidence read(Path file) {
        if (file == null) {
            throw new Problem(PublicationProblem.EVIDENCE_MISSING, new Text("请求缺少 file 部分", "part file"));
        }
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new Problem(
                        PublicationProblem.EVIDENCE_TOO_LARGE,
                        new Text(size + "字节，最多" + LARGEST + "字节", size + " of at most " + LARGEST + " bytes"));
            }
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link Problem} when its first bytes say that it is something else. */
    public static Evidence of(byte[] content) {
        return new Evidence(content, mediaType(content), sha256(content));
    }

    /** As an answer: nobody but who asked keeps it, and no browser takes it for something else. */
    public Response shown() {
        return Response.ok(content, mediaType)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String mediaType(byte[] content) {
        String head = HexFormat.of().formatHex(Arrays.copyOf(content, Math.min(content.length, 8)));
        return BEGINNINGS.entrySet().stream()
                .filter(known -> head.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Problem(PublicationProblem.EVIDENCE_UNREADABLE, null));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
