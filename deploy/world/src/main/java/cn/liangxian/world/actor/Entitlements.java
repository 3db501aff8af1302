package cn.liangxian.world.actor;

import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Chance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The agencies book the entitlement of everyone in the payment details that tax passed. Now and then somebody is
 * forgotten; when the red list names the case, half of the forgotten are booked after all.
 */
public final class Entitlements implements Actor {
    private final Surroundings around;
    private final List<Claim> arrived = new ArrayList<>();
    private final Map<String, Claim> forgotten = new HashMap<>();
    private final Set<String> redListed = new HashSet<>();
    private boolean somebodyForgotten;

    private record Claim(
            String detailsId, String insurance, String personKey, String township, long paid, String completedOn) {
        String who() {
            return insurance + "/" + personKey;
        }
    }

    public Entitlements(Surroundings around) {
        this.around = around;
        around.topics().subscribe("reconciliation-payment-details-passed-v1", this::passed);
        around.topics()
                .subscribe(
                        "reconciliation-red-list-issued-v1",
                        e -> redListed.add(e.path("insurance").asText() + "/"
                                + e.path("personKey").asText()));
    }

    private void passed(JsonNode details) {
        for (JsonNode claim : details.path("claims"))
            arrived.add(new Claim(
                    details.path("detailsId").asText(),
                    details.path("insurance").asText(),
                    claim.path("personKey").asText(),
                    claim.path("township").asText(),
                    claim.path("paid").asLong(),
                    claim.path("completedOn").asText()));
    }

    @Override
    public void inTheBackOffice(LocalDate day) {
        if (!around.workday(day)) return;
        // person keys differ from run to run: nothing but what is the same in every run may decide who is forgotten
        arrived.sort(Comparator.comparing(Claim::insurance)
                .thenComparing(Claim::township)
                .thenComparing(Claim::completedOn)
                .thenComparing(Claim::paid));
        Map<String, List<Claim>> byDetails = new TreeMap<>();
        for (int i = 0; i < arrived.size(); i++) {
            Claim claim = arrived.get(i);
            if (forgets(day, i)) forget(claim, day, i);
            else add(byDetails, claim);
        }
        arrived.clear();
        for (String who : redListed) {
            Claim claim = forgotten.remove(who);
            if (claim != null) add(byDetails, claim);
        }
        redListed.clear();
        around.crowd().each(List.copyOf(byDetails.values()), claims -> book(claims, day));
    }

    private static void add(Map<String, List<Claim>> byDetails, Claim claim) {
        byDetails.computeIfAbsent(claim.detailsId(), d -> new ArrayList<>()).add(claim);
    }

    private boolean forgets(LocalDate day, int i) {
        double rate = around.misbehaviour().lostEntitlements();
        if (rate == 0) return false;
        if (!somebodyForgotten && arrived.size() - i <= 1) return true;
        return die(day, i).happens(rate);
    }

    private Chance die(LocalDate day, int i) {
        return around.chance().of("forgotten").of(day.toString()).of(i);
    }

    private void forget(Claim claim, LocalDate day, int i) {
        somebodyForgotten = true;
        boolean mends = die(day, i).of("mends").happens(0.5);
        if (mends) forgotten.put(claim.who(), claim);
        around.misdeeds().did(Kind.LOST_ENTITLEMENT, day, claim.who(), claim.paid(), mends);
    }

    private void book(List<Claim> claims, LocalDate day) {
        Claim first = claims.get(0);
        String agency = first.insurance().equals("MEDICAL") ? "medical-insurance" : "social-insurance";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detailsId", first.detailsId());
        body.put("entitled", claims.stream().map(Claim::personKey).sorted().toList());
        around.access()
                .post(
                        Service.RECONCILIATION,
                        around.access().client(agency, around.county().code()),
                        "/entitlements",
                        "entitlement-" + first.detailsId() + "-" + day,
                        Body.json(body))
                .orThrow("entitlements of " + first.detailsId());
    }
}
