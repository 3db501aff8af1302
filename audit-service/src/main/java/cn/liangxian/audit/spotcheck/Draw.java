package cn.liangxian.audit.spotcheck;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a sample is drawn, so that anybody can draw it again with {@code sha256sum} and {@code sort}
 * (deploy/docs/redraw-sample.sh): in the order of SHA-256 of {@code seed:id}, the first ones.
 */
final class Draw {

    private Draw() {}

    static List<String> from(Collection<String> stratum, int size, String seed) {
        return stratum.stream()
                .sorted(Comparator.comparing(id -> sha256(seed + ":" + id)))
                .limit(size)
                .toList();
    }

    /** Over the lines, sorted bytewise, each ended by a line feed. */
    static String digest(Collection<String> lines) {
        return sha256(lines.stream().sorted().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
