package cn.liangxian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a county watches over cash payment.
 *
 * @param pos codes of the channels over the fee POS
 * @param breaches what the screens look for, each with its clause
 * @param inspections so many special inspections of each township a year
 */
public record CashRiskTerms(
        List<String> pos,
        Sample sample,
        Map<String, String> breaches,
        int inspections,
        String clause,
        boolean inspectionsAssumed) {

    public CashRiskTerms {
        pos = List.copyOf(pos);
        breaches = Map.copyOf(breaches);
    }

    /** By which clause something may not be; that of the whole where the county's file does not single it out. */
    public String clause(String breach) {
        return breaches.getOrDefault(breach, clause);
    }

    /**
     * What share of the suspects pushed is spot-checked.
     *
     * @param perTownship of each township; else of the county as a whole
     * @param seed the public number that is the seed
     */
    public record Sample(int percent, boolean perTownship, RoundingMode rounding, String seed, boolean assumed) {

        /** Of which area's suspects one of this township is drawn. */
        public String stratum(String township, String county) {
            return perTownship ? township : county;
        }

        /** How many of so many suspects of one area; rounded down, none of a few. */
        public int of(int suspects) {
            return BigDecimal.valueOf((long) suspects * percent, 2)
                    .setScale(0, rounding)
                    .intValueExact();
        }
    }

    static Optional<CashRiskTerms> read(Draft draft, List<Channel> channels) {
        JsonNode node = draft.root().path("cash-risk");
        if (node.isMissingNode()) return Optional.empty();
        List<String> pos = Draft.texts(node.path("pos"));
        for (String code : pos)
            if (channels.stream().noneMatch(known -> known.code().equals(code)))
                draft.problem(node, "cash-risk/pos", "'" + code + "' is no channel of this file");
        JsonNode sample = node.path("sample");
        return Optional.of(new CashRiskTerms(
                pos,
                new Sample(
                        sample.path("percent").intValue(),
                        sample.path("per").asText().equals("TOWNSHIP"),
                        RoundingMode.valueOf(sample.path("rounding").asText("UP")),
                        sample.path("seed").asText(),
                        Draft.assumed(node, "sample")),
                Draft.stream(node.path("breaches"))
                        .collect(Collectors.toMap(b -> b.path("code").textValue(), b -> draft.clause(b))),
                node.path("inspections").intValue(),
                draft.clause(node),
                Draft.assumed(node, "inspections")));
    }
}
