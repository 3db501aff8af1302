package cn.liangxian.policy;

import cn.liangxian.handoff.Terms;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code deploy/liangxian policy check FILE [HOLIDAYS]}: what to know about a policy file, and its campaign as a calendar.
 *
 * <p>Ends with 0 when the file can be used, 1 when it is invalid or contradictory, 2 when it was called wrongly.
 */
public final class CheckPolicy {
    private static final String USAGE =
            "usage: policy check FILE [HOLIDAYS]   FILE is a county's YAML; HOLIDAYS defaults to its neighbour";

    private CheckPolicy() {}

    /** @param declared the terms of all handoffs that there are */
    public static int run(List<String> arguments, List<Terms> declared, PrintStream out) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        if (arguments.isEmpty() || arguments.size() > 2 || !Files.isRegularFile(Path.of(arguments.get(0)))) {
            out.println(USAGE);
            return 2;
        }
        Path yaml = Path.of(arguments.get(0)).toAbsolutePath();
        Path holidays = arguments.size() == 2 ? Path.of(arguments.get(1)) : yaml.resolveSibling("holidays");
        PolicyReview review;
        try {
            review = PolicyReview.of(yaml, holidays, declared);
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
            out.println(e.getMessage());
            return 2;
        }
        review.findings().forEach(out::println);
        review.policy().ifPresent(policy -> {
            out.println();
            out.println(policy.jurisdiction().name() + " " + policy.feeYear() + "  " + policy.version());
            out.print(CampaignCalendar.print(policy));
        });
        out.println(review.usable() ? "can be used" : "cannot be used");
        return review.usable() ? 0 : 1;
    }
}
