package cn.liangxian.policy;

import cn.liangxian.handoff.Insurance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What share of those who should pay must have paid, and when that is looked at.
 *
 * @param set by this file, by insurance; empty where it sets none
 * @param base what a rate must not fall short of where none is set
 * @param measured the rate on the evening of this day counts
 * @param laggards whom the county circulates as lagging
 * @param clause of the base and the day; "assumed" when there is none
 */
public record Targets(
        List<Target> set,
        Base base,
        Whose whose,
        Laggards laggards,
        LocalDate measured,
        String clause,
        boolean assumed) {

    /** What the rate is compared with. */
    public enum Base {
        /** The rate that had been reached when the campaign for the last fee year ended. */
        LAST_FEE_YEAR,
        /** Nothing: only what the file sets. */
        NONE
    }

    /** Whose rate of the base it is. */
    public enum Whose {
        /** Each township's, and each village's, own. */
        TOWNSHIP,
        /** That of the county, the same for all. */
        COUNTY
    }

    /** Which townships lag behind. */
    public enum Laggards {
        /** Those whose rate is below that of the whole county. */
        BELOW_COUNTY,
        /** Those that fall short of what they are compared with; none where nothing is. */
        BELOW_TARGET
    }

    public Targets {
        set = List.copyOf(set);
    }

    /** What this file sets for a township, in hundredths of a percent; empty where it sets no target. */
    public Optional<Integer> of(Insurance insurance, String township) {
        return set.stream()
                .filter(target -> target.insurance() == insurance)
                .findFirst()
                .flatMap(target -> target.of(township));
    }

    /** Whether no text gives what the township is held to, or the day on which that is measured. */
    public boolean assumed(Insurance insurance, String township) {
        return assumed
                || set.stream()
                        .filter(target -> target.insurance() == insurance)
                        .anyMatch(target ->
                                target.assumed() && target.of(township).isPresent());
    }

    /** A file without a word on it compares each township with its own last year, when the campaign ends. */
    static Targets read(Draft draft, List<Target> set, Campaign campaign) {
        JsonNode node = draft.root().path("target-rate");
        boolean silent = node.isMissingNode();
        return new Targets(
                set,
                node.path("base").asText().equals("none") ? Base.NONE : Base.LAST_FEE_YEAR,
                node.path("of").asText().equals("county") ? Whose.COUNTY : Whose.TOWNSHIP,
                node.path("laggards").asText().equals("below target") ? Laggards.BELOW_TARGET : Laggards.BELOW_COUNTY,
                node.has("measured") ? draft.day(node.path("measured")) : campaign.end(),
                draft.clause(node),
                silent || Draft.assumed(node));
    }
}
