package cn.liangxian.collection.cash;

import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one of the three has put on a ledger entry, as an image.
 *
 * @param image at most 256 KiB
 */
@Clause("bachu-2022/第三十条(3)")
public record Mark(@NotNull Role role, @NotNull Kind kind, @NotNull @Size(min = 1, max = 262_144) byte[] image) {

    /** Whose mark it is; an entry needs all three. */
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

    /** How it was made. */
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

    /** @throws Problem unless each of the three signed and put a fingerprint, each of them an image of its own */
    static void mustBeComplete(List<Mark> marks) {
        Set<String> given = new HashSet<>();
        Set<String> digests = new HashSet<>();
        for (Mark mark : marks) {
            given.add(mark.role() + "/" + mark.kind());
            if (!digests.add(mark.scan().digest())) {
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

    /** @throws Problem unless it is a picture */
    Scan scan() {
        return Scan.picture(image, CashProblem.MARK_UNREADABLE);
    }

    @Override
    public String toString() {
        return "Mark[" + role + ", " + kind + "]";
    }
}
