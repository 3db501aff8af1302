package cn.liangxian.audit.spotcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestServers;
import cn.liangxian.policy.CashRiskTerms.Sample;
import cn.liangxian.policy.Policy;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scope and rounding of a sample are the policy's, over populations of all sizes; whoever has the script draws the same. */
class DrawTest {

    private static final String COUNTY = "653130";
    private static final List<String> TOWNSHIPS = List.of("653130100", "653130101", "653130200");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @Clause("bachu-2022/第四十二条(4)")
    @CsvSource({
        "10, TOWNSHIP, UP",
        "10, TOWNSHIP, HALF_UP",
        "10, TOWNSHIP, DOWN",
        "15, COUNTY, UP",
        "15, COUNTY, HALF_UP",
        "33, COUNTY, DOWN",
    })
    void anyPopulationIsDrawnAsThePolicySaysAndTheScriptDrawsTheSame(int percent, String per, RoundingMode rounding)
            throws Exception {
        Sample terms = policy(percent, per, rounding).cashRisk().orElseThrow().sample();
        Random die = new Random(percent);
        for (int size : new int[] {1, 7, 31, 90}) {
            List<String> lines = IntStream.range(0, size)
                    .mapToObj(i -> terms.stratum(TOWNSHIPS.get(die.nextInt(3)), COUNTY) + ",suspect-" + i)
                    .collect(Collectors.toCollection(ArrayList::new));
            Map<String, List<String>> strata = strata(lines);
            assertTrue(per.equals("TOWNSHIP") || strata.keySet().equals(Set.of(COUNTY)));
            List<String> drawn = drawn(strata, terms);
            for (List<String> stratum : strata.values()) {
                BigDecimal share = BigDecimal.valueOf(stratum.size() * (long) percent, 2);
                long ofIt = drawn.stream().filter(stratum::contains).count();
                assertEquals(share.setScale(0, rounding).longValueExact(), ofIt, stratum.size() + " suspects");
            }
            assertEquals(drawn.size(), new HashSet<>(drawn).size(), "nobody twice");
            Collections.shuffle(lines, die);
            assertEquals(drawn, drawn(strata(lines), terms), "whatever order they come in");
            List<String> redrawn = new ArrayList<>(List.of(Draw.digest(lines)));
            redrawn.addAll(drawn);
            assertEquals(redrawn, byScript(lines, strata, terms));
        }
    }

    @Test
    void roundedDownATownshipWithFewSuspectsIsSparedAndRoundedUpNever() throws IOException {
        assertEquals(
                0,
                policy(10, "TOWNSHIP", RoundingMode.DOWN)
                        .cashRisk()
                        .orElseThrow()
                        .sample()
                        .of(9));
        assertEquals(
                1,
                policy(10, "TOWNSHIP", RoundingMode.UP)
                        .cashRisk()
                        .orElseThrow()
                        .sample()
                        .of(1));
        Sample half = policy(10, "TOWNSHIP", RoundingMode.HALF_UP)
                .cashRisk()
                .orElseThrow()
                .sample();
        assertEquals(
                List.of(0, 1, 1, 2),
                IntStream.of(4, 5, 14, 15).map(half::of).boxed().toList());
    }

    private Policy policy(int percent, String per, RoundingMode rounding) throws IOException {
        Path jurisdictions = TestServers.root().resolve("deploy/jurisdictions");
        Files.copy(
                jurisdictions.resolve("bachu-2022.yaml"),
                folder.resolve("bachu-2022.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        Path reading = Files.writeString(
                folder.resolve("bachu-other.yaml"),
                """
                extends: bachu-2022.yaml
                cash-risk:
                  pos: [POS]
                  sample: { percent: %d, per: %s, rounding: %s, seed: 开奖号码 }
                  inspections: 2
                  by: 第四十二条(4)
                  assumed: [sample, inspections]
                """
                        .formatted(percent, per, rounding));
        return Policy.load(reading, jurisdictions.resolve("holidays"));
    }

    private static Map<String, List<String>> strata(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(",", 2))
                .collect(Collectors.groupingBy(
                        parts -> parts[0], TreeMap::new, Collectors.mapping(parts -> parts[1], Collectors.toList())));
    }

    private static List<String> drawn(Map<String, List<String>> strata, Sample terms) {
        return strata.values().stream()
                .flatMap(stratum -> Draw.from(stratum, terms.of(stratum.size()), "070412").stream())
                .toList();
    }

    private List<String> byScript(List<String> lines, Map<String, List<String>> strata, Sample terms)
            throws IOException {
        Path population = Files.write(folder.resolve("population.csv"), lines);
        List<String> command = new ArrayList<>(List.of(
                "sh",
                TestServers.root().resolve("deploy/docs/redraw-sample.sh").toString(),
                population.toString(),
                "070412"));
        strata.forEach((area, members) -> command.add(area + "=" + terms.of(members.size())));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes()).lines().toList();
    }
}
