package cn.liangxian.audit.spotcheck;

import cn.liangxian.audit.CashRiskHandoff.SampleDrawn;
import cn.liangxian.audit.CashRiskHandoff.Stratum;
import cn.liangxian.messaging.HandoffJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Draws a sample again, from its sealed population and the public seed, and holds it against what was handed over. */
@ApplicationScoped
class Redraw {

    private final Jdbi jdbi;
    private final Samples samples;

    Redraw(Jdbi jdbi, Samples samples) {
        this.jdbi = jdbi;
        this.samples = samples;
    }

    /** @param sealed whether the population still has the digest of the seal; {@code same} whether the same were drawn */
    record Result(boolean sealed, boolean same, String digest, List<String> drawn) {}

    /** Empty when nothing was handed over yet. */
    Optional<Result> again(String id) {
        return published(id).map(drawn -> {
            List<String> population = samples.population(id);
            Map<String, List<String>> strata = population.stream()
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.groupingBy(
                            parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toList())));
            List<String> again = drawn.strata().stream()
                    .flatMap(stratum -> of(strata, stratum, drawn.seed()).stream())
                    .toList();
            String digest = Draw.digest(population);
            return new Result(digest.equals(drawn.populationDigest()), again.equals(drawn.drawn()), digest, again);
        });
    }

    private static List<String> of(Map<String, List<String>> strata, Stratum stratum, String seed) {
        return Draw.from(strata.getOrDefault(stratum.area(), List.of()), stratum.sampled(), seed);
    }

    private Optional<SampleDrawn> published(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select payload from event where topic = ? and subject = ? order by seq desc limit 1")
                .bind(0, SampleDrawn.TOPIC)
                .bind(1, id)
                .map((row, context) -> read(row.getBytes(1)))
                .findOne());
    }

    private static SampleDrawn read(byte[] payload) {
        try {
            return HandoffJson.MAPPER.readValue(payload, SampleDrawn.class);
        } catch (IOException e) {
            throw new IllegalStateException("a sample of the index cannot be read", e);
        }
    }
}
