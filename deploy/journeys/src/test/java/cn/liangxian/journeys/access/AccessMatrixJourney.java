package cn.liangxian.journeys.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.journeys.access.Endpoints.Endpoint;
import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Which department may ask what: every endpoint of the running services is asked by nobody and by every department. The
 * matrix is kept in deploy/docs/access.md ({@code -Dliangxian.docs=write} writes it anew), so that nobody's rights change
 * unseen.
 */
@ExtendWith(SharedCounty.class)
@ResourceLock(SharedCounty.LOCK)
class AccessMatrixJourney {

    private static final List<String> SERVICES =
            List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");
    private static final List<String> CLIENTS = List.of(
            "civil-affairs",
            "disabled-federation",
            "rural-revitalization",
            "public-security",
            "education",
            "health",
            "veterans",
            "ageing-committee",
            "medical-insurance",
            "social-insurance",
            "tax",
            "channel",
            "sponsor",
            "treasury",
            "finance",
            "discipline",
            "audit-bureau",
            "county-government",
            "calendar",
            "township-370404100",
            "village-370404100",
            "school-370404100");

    /** What anybody may ask without a token. */
    private static final Set<String> OPEN = Set.of(
            "GET /status",
            "GET /verification/{number}/{code}",
            "POST /complaints",
            "GET /complaints/contacts",
            "GET /duties/handlers");

    private static final Path DOCUMENT = Path.of(System.getProperty("liangxian.root"), "deploy/docs/access.md");
    private static final Map<Endpoint, Map<String, Integer>> ANSWERS = new LinkedHashMap<>();
    private static final Map<Endpoint, Integer> NOBODY = new LinkedHashMap<>();
    private static Door door;

    @BeforeAll
    static void everybodyKnocksEverywhere(County county) {
        county.standAt(LocalDate.of(2023, 10, 31));
        door = new Door(county.stack());
        for (String service : SERVICES) {
            for (Endpoint endpoint : Endpoints.of(service, door.api(service)).all()) {
                NOBODY.put(endpoint, door.knock(endpoint, null));
                Map<String, Integer> answers = new TreeMap<>();
                CLIENTS.forEach(client -> answers.put(client, door.knock(endpoint, client)));
                ANSWERS.put(endpoint, answers);
            }
        }
    }

    @Test
    void nobodyIsAnsweredWithoutATokenButWhereAnybodyMayAsk() {
        List<String> answered = new ArrayList<>();
        NOBODY.forEach((endpoint, status) -> {
            if (status != 401 && !OPEN.contains(endpoint.name())) {
                answered.add(endpoint.service() + " " + endpoint.name() + " " + status);
            }
        });
        assertEquals(List.of(), answered);
    }

    @Test
    void noServiceTakesATokenThatWasForgedUnsignedOrAlteredOrIsPastOrForSomethingElse() {
        Map<String, String> wrong =
                new HashMap<>(new ForgedTokens(door.token("tax"), door.token("village-370404100")).byFault());
        wrong.put("for the realm itself", door.tokenForTheRealm("tax-clerk"));
        wrong.put("expired", expired());
        List<String> answered = new ArrayList<>();
        for (Endpoint endpoint : ANSWERS.keySet()) {
            wrong.forEach((fault, token) -> {
                int status = door.knockWith(endpoint, token);
                if (status != 401) {
                    answered.add(fault + ": " + endpoint.service() + " " + endpoint.name() + " " + status);
                }
            });
        }
        assertEquals(List.of(), answered);
    }

    /** One that was good until its seconds were over. */
    private static String expired() {
        String token = door.token("tax-for-a-moment");
        Endpoint letters = new Endpoint("audit", "GET", "/dead-letters", "/dead-letters", null, new byte[0]);
        assertEquals(200, door.knockWith(letters, token));
        await().until(() -> door.knockWith(letters, token) == 401);
        return token;
    }

    @Test
    void noTokenOfADepartmentIsUnknownAndNothingFails() {
        List<String> wrong = new ArrayList<>();
        ANSWERS.forEach((endpoint, answers) -> answers.forEach((client, status) -> {
            if (status == 401 || status >= 500 && status != 503) {
                wrong.add(client + ": " + endpoint.service() + " " + endpoint.name() + " " + status);
            }
        }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void nobodysRightsChangeUnseen() throws IOException {
        String matrix = new AccessMatrix(CLIENTS, OPEN).of(ANSWERS);
        if ("write".equals(System.getProperty("liangxian.docs"))) {
            Files.writeString(DOCUMENT, matrix);
        }
        Map<String, String> kept = AccessMatrix.rows(Files.readString(DOCUMENT));
        Map<String, String> found = AccessMatrix.rows(matrix);
        assertEquals(kept, found, "write it anew with -Dliangxian.docs=write and look at what changed");
    }
}
