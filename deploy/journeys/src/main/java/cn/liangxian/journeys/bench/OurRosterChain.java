package cn.liangxian.journeys.bench;

import cn.liangxian.handoff.Department;
import cn.liangxian.journeys.campaign.ServiceCalls;
import cn.liangxian.local.Stack;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.actor.HouseholdRow;
import cn.liangxian.world.population.Population;
import cn.liangxian.world.population.Resident;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Ours, through the public interface: the agency seals the roster (eligibility and dues by policy), its lines travel, tax
 * accepts it when lines, total and digest agree.
 */
final class OurRosterChain {

    /** A roster that was accepted: how many lines, in how many seconds, of which the sealing took so many. */
    record Accepted(int lines, double seconds, double sealing) {}

    private static final String EVE = "2023-10-08";
    private static final String DAY = "2023-10-09";

    private final Stack stack;
    private final Policy policy;

    OurRosterChain(Stack stack, Policy policy) {
        this.stack = stack;
        this.policy = policy;
    }

    /** Brings the residents in by the household feed; not part of what is measured. */
    void settle(int residents, long seed) throws IOException {
        open(EVE);
        policy.signOffs().departments().forEach(this::sign);
        // in force from the date after that on which all had signed
        open(DAY);
        Map<String, Path> files = new HashMap<>();
        Map<String, BufferedWriter> writers = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Population.generate(policy, residents, seed).forEach(r -> {
            write(writers, files, r);
            counts.merge(r.township(), 1, Integer::sum);
        });
        for (BufferedWriter writer : writers.values()) {
            writer.close();
        }
        ServiceCalls police = new ServiceCalls(stack, "public-security");
        for (Map.Entry<String, Path> file : files.entrySet()) {
            police.post(
                    "enrollment",
                    "/households?area=" + file.getKey(),
                    "bench-" + file.getKey(),
                    "text/csv",
                    BodyPublishers.ofFile(file.getValue()),
                    "X-Declared-Count",
                    Integer.toString(counts.get(file.getKey())));
            Files.delete(file.getValue());
        }
    }

    Accepted run() throws Exception {
        ServiceCalls agency = new ServiceCalls(stack, "medical-insurance");
        long begun = System.nanoTime();
        JsonNode roster = agency.post(
                "enrollment",
                "/rosters",
                UUID.randomUUID().toString(),
                "application/json",
                BodyPublishers.ofString("{\"insurance\":\"MEDICAL\",\"sealedBy\":\"bench\"}"));
        double sealing = (System.nanoTime() - begun) / 1e9;
        String path = "/rosters/" + roster.get("rosterId").asText();
        String state = "";
        while (!state.equals("ACCEPTED")) {
            TimeUnit.MILLISECONDS.sleep(100);
            state = agency.get("enrollment", path).get("state").asText();
            if (state.equals("REFUSED")) {
                throw new IllegalStateException("the roster was refused");
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Accepted(roster.get("lines").asInt(), seconds, sealing);
    }

    /** Takes the roster away on both sides, so that the next round begins as this one did. */
    void forget() throws Exception {
        try (Connection enrollment = BenchDatabase.owner(stack, "enrollment");
                Connection collection = BenchDatabase.owner(stack, "collection")) {
            BenchDatabase.execute(enrollment, "truncate roster, roster_line, roster_series");
            BenchDatabase.execute(collection, "truncate roster, claim cascade");
        }
    }

    private void open(String date) {
        new ServiceCalls(stack, "calendar")
                .post(
                        "audit",
                        "/days",
                        "bench-day-" + date,
                        "application/json",
                        BodyPublishers.ofString("{\"date\":\"" + date + "\"}"));
        ServiceCalls calls = new ServiceCalls(stack, "tax");
        for (String service : List.of("audit", "enrollment", "collection")) {
            await(calls, service, date);
        }
    }

    /** A county whose notice several departments issued has no policy before each of them agreed to it. */
    private void sign(Department department) {
        new ServiceCalls(stack, department.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .post(
                        "audit",
                        "/policy/sign-offs",
                        "bench-sign-off",
                        "application/json",
                        BodyPublishers.ofString("{\"digest\":\"" + policy.digest() + "\"}"));
    }

    private static void await(ServiceCalls calls, String service, String date) {
        while (!calls.get(service, "/status").path("businessDate").asText().equals(date)) {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static void write(Map<String, BufferedWriter> writers, Map<String, Path> files, Resident r) {
        try {
            BufferedWriter out = writers.get(r.township());
            if (out == null) {
                Path file = Files.createTempFile("bench-households", ".csv");
                out = Files.newBufferedWriter(file);
                out.write(HouseholdRow.HEADER);
                files.put(r.township(), file);
                writers.put(r.township(), out);
            }
            out.write(HouseholdRow.of(r));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
