package cn.liangxian.audit.spotcheck;

import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.CashRiskHandoff.SpotCheck;
import cn.liangxian.audit.CashRiskHandoff.Stratum;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The samples in the database: the sealed population, and the seed once it is known. What was drawn follows from both. */
@ApplicationScoped
class Samples {

    private final Jdbi jdbi;
    private final CashRiskTerms.Sample terms;

    Samples(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.terms = policy.cashRisk().map(CashRiskTerms::sample).orElse(null);
    }

    /** @param seed and {@code drawnOn} null before it was drawn; {@code drawn} then is empty */
    record Sample(
            String sampleId,
            LocalDate sealedOn,
            String digest,
            String seedSource,
            List<Stratum> strata,
            String seed,
            LocalDate drawnOn,
            List<String> drawn) {}

    /** At most {@code limit}, the oldest first, after the one with the id {@code after}; empty for the first. */
    List<Sample> list(String after, int limit) {
        return jdbi.withHandle(h -> h
                .createQuery(
                        """
                        select sample_id from sample
                        where :after = '' or sealed_on > (select sealed_on from sample where sample_id = :after)
                        order by sealed_on limit :limit""")
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list()
                .stream()
                .map(id -> read(h, id).orElseThrow())
                .toList());
    }

    Optional<Sample> find(String id) {
        return jdbi.withHandle(h -> read(h, id));
    }

    /**
     * A suspect that was drawn, of an area; {@code found}, {@code by} and {@code on} are null until it was checked.
     *
     * @param township whose self-check is looked into, {@code result} what that said; null where it was not reported
     */
    record Checked(
            String suspectId,
            Breach breach,
            String township,
            String village,
            Fen amount,
            String result,
            SpotCheck found,
            Department by,
            LocalDate on) {}

    /** What is known of the suspects, of those in the area. */
    Map<String, Checked> checked(Collection<String> suspects, String area) {
        return jdbi.withHandle(h -> h
                .createQuery(
                        """
                        select s.*, r.result, c.outcome, c.department, c.checked_on
                        from cash_suspect s left join self_check_result r using (suspect_id)
                            left join spot_check c using (suspect_id)
                        where s.suspect_id = any(:suspects) and starts_with(s.township, :area)""")
                .bindArray("suspects", String.class, suspects.toArray())
                .bind("area", area)
                .map((row, context) -> {
                    String found = row.getString("outcome");
                    String result = row.getString("result");
                    return new Checked(
                            row.getString("suspect_id"),
                            Breach.valueOf(row.getString("breach")),
                            row.getString("township"),
                            row.getString("village"),
                            Fen.of(row.getLong("amount")),
                            result,
                            found == null ? null : SpotCheck.valueOf(found),
                            found == null ? null : Department.valueOf(row.getString("department")),
                            row.getObject("checked_on", LocalDate.class));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Checked::suspectId, each -> each)));
    }

    /** The lines over which the digest was made. */
    List<String> population(String id) {
        return jdbi.withHandle(h -> h
                .createQuery("select stratum || ',' || suspect_id from sample_member where sample_id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .toList());
    }

    private Optional<Sample> read(Handle h, String id) {
        Map<String, List<String>> members = new TreeMap<>();
        h.createQuery("select stratum, suspect_id from sample_member where sample_id = ?")
                .bind(0, id)
                .map((row, context) -> members.computeIfAbsent(row.getString(1), s -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        List<Stratum> strata = members.entrySet().stream()
                .map(e -> new Stratum(
                        e.getKey(), e.getValue().size(), terms.of(e.getValue().size())))
                .toList();
        return h.createQuery(
                        """
                        select s.sealed_on, s.digest, s.seed_source, d.seed, d.drawn_on
                        from sample s left join sample_draw d using (sample_id) where s.sample_id = ?""")
                .bind(0, id)
                .map((row, context) -> {
                    String seed = row.getString(4);
                    List<String> drawn = seed == null
                            ? List.of()
                            : strata.stream()
                                    .flatMap(s -> Draw.from(members.get(s.area()), s.sampled(), seed).stream())
                                    .toList();
                    return new Sample(
                            id,
                            row.getObject(1, LocalDate.class),
                            row.getString(2),
                            row.getString(3),
                            strata,
                            seed,
                            row.getObject(5, LocalDate.class),
                            drawn);
                })
                .findOne();
    }
}
