package cn.liangxian.journeys.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import cn.liangxian.journeys.access.Endpoints.Endpoint;
import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Which department may ask what: every endpoint of the running services is asked by nobody, by every department, and
 * by the three administrators.
 */
@ExtendWith(SharedCounty.class)
@ResourceLock(value = SharedCounty.LOCK, mode = READ)
class AccessMatrixJourney {

    private static AccessSurvey survey;
    private static Door door;

    @BeforeAll
    static void everybodyKnocksEverywhere(County county) {
        county.standAt(LocalDate.of(2023, 10, 31));
        door = new Door(county.stack());
        survey = AccessSurvey.of(county.stack(), door);
    }

    @Test
    void everybodyComesToBeAskedWhoTheyAreAndAdministratorsOfNoDepartmentAreLetInNowhere() {
        assertEquals(List.of(), survey.faults());
    }

    @Test
    void aTokenSaysWhichDepartmentOfWhichAreaItIsForAQuarterOfAnHour() throws IOException {
        String payload = door.token("village-370404101").split("\\.")[1];
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
        assertEquals("VILLAGE", claims.path("department").asText());
        assertEquals("370404101", claims.path("area").asText());
        assertEquals("liangxian", claims.path("aud").asText());
        // the realm's clock may turn to the next second between the two
        assertEquals(900, claims.path("exp").asLong() - claims.path("iat").asLong(), 1);
    }

    @Test
    void noServiceTakesATokenThatWasForgedUnsignedOrAlteredOrIsPastOrForSomethingElse() {
        Map<String, String> wrong =
                new HashMap<>(new ForgedTokens(door.token("tax"), door.token("village-370404100")).byFault());
        wrong.put("for the realm itself", door.tokenForTheRealm("tax-clerk"));
        wrong.put("expired", expired());
        List<String> answered = new ArrayList<>();
        for (Endpoint endpoint : survey.answers().keySet()) {
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
    void nobodysRightsChangeUnseen() {
        AccessDocument.YICHENG.isKept(survey);
    }
}
