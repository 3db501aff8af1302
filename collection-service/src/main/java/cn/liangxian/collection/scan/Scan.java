package cn.liangxian.collection.scan;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.ProblemType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A paper as it was handed in: some pages as PDF, or one as a picture. What it is its own bytes say, not its sender. */
public record Scan(String type, byte[] content) {

    private static final String PDF = "application/pdf";
    private static final Map<String, String> TYPES =
            Map.of("ffd8ff", "image/jpeg", "89504e470d0a1a0a", "image/png", "255044462d", PDF);

    /** @throws Problem {@code refused} when it is neither, or a picture that cannot be opened */
    public static Scan read(byte[] content, ProblemType refused) {
        String type = type(content, refused);
        if (!type.equals(PDF)) {
            Picture.mustDecode(content, refused);
        }
        return new Scan(type, content);
    }

    /** @throws Problem {@code refused} unless it is a picture that can be opened */
    public static Scan picture(byte[] content, ProblemType refused) {
        Picture.mustDecode(content, refused);
        return new Scan(type(content, refused), content);
    }

    /** By its first bytes. */
    public static String type(byte[] content, ProblemType refused) {
        String start = HexFormat.of().formatHex(content, 0, Math.min(8, content.length));
        return TYPES.entrySet().stream()
                .filter(each -> start.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Problem(refused, null));
    }

    public String digest() {
        return digest(content);
    }

    /** SHA-256, hexadecimal. */
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As an answer: nobody but who asked keeps it, and no browser takes it for something else. */
    public Response shown() {
        return Response.ok(content, type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @Override
    public String toString() {
        return "Scan[" + type + ", " + content.length + "]";
    }
}
