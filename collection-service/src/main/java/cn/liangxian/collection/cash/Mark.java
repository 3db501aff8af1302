package cn.liangxian.collection.cash;

import cn.liangxian.handoff.Clause;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one of the three has put on a ledger entry, as an image.
 *
 * @param image at most 256 KiB
 */
@Clause("bachu-2022/第三十条(3)")
public record Mark(@NotNull Role role, @NotNull Kind kind, @NotNull @Size(min = 1, max = 262_144) byte[] image) {

    public enum Role {
        PAYER("缴费人", "payer"),
        COLLECTOR("代收人", "collector"),
        HEAD("村委会负责人", "head of the village");

        private final Text word;

        Role(String zh, String en) {
            word = new Text(zh, en);
        }

        Text word() {
            return word;
        }
    }

    public enum Kind {
        SIGNATURE("签字", "signature"),
        FINGERPRINT("指印", "fingerprint");

        private final Text word;

        Kind(String zh, String en) {
            word = new Text(zh, en);
        }

        Text word() {
            return word;
        }
    }

    private static final Map<String, String> TYPES =
            Map.of("ffd8ff", "image/jpeg", "89504e470d0a1a0a", "image/png", "255044462d", "application/pdf");

    /** @throws Problem unless each of the three signed and put a fingerprint, each of them an image of its own */
    static void mustBeComplete(List<Mark> marks) {
        Set<String> given = new HashSet<>();
        Set<String> digests = new HashSet<>();
        for (Mark mark : marks) {
            given.add(mark.role() + "/" + mark.kind());
            Picture.mustDecode(mark.image());
            if (!digests.add(digest(mark.image()))) {
                throw new Problem(CashProblem.MARK_REPEATED, named(mark.role(), mark.kind()));
            }
        }
        for (Role role : Role.values()) {
            for (Kind kind : Kind.values()) {
                if (!given.contains(role + "/" + kind)) {
                    throw new Problem(CashProblem.MARK_MISSING, named(role, kind)).at(null, "marks", Text.MISSING);
                }
            }
        }
    }

    /** As people call it. */
    static Text named(Role role, Kind kind) {
        return new Text(role.word.zh() + kind.word.zh(), kind.word.en() + " of the " + role.word.en());
    }

    /** By its first bytes; of a mark it is a picture's. */
    static String type(byte[] image) {
        String start = HexFormat.of().formatHex(image, 0, Math.min(8, image.length));
        return TYPES.entrySet().stream()
                .filter(type -> start.startsWith(type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Problem(CashProblem.MARK_UNREADABLE, null));
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Mark[" + role + ", " + kind + "]";
    }
}
