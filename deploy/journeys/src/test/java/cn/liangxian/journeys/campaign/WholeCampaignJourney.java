package cn.liangxian.journeys.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.journeys.desk.CampaignAtTheDesks;
import cn.liangxian.journeys.oracle.Statement;
import cn.liangxian.world.CampaignListener;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whole campaigns of one county: undisturbed, and with crashes and every message twice. Both end in the same statement. */
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(SharedCounty.class)
@ResourceLock(SharedCounty.LOCK)
@Order(Order.DEFAULT + 1)
class WholeCampaignJourney {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final long CRASHES = 3;
    private static County county;
    private static String undisturbed;

    @BeforeAll
    static void start(County shared) {
        county = shared;
    }

    @Test
    @Order(1)
    void everyFenIsAccountedForFromTheFirstListToThePublication() throws Exception {
        county.beginEmpty();
        CampaignRun run = county.play(CampaignListener.SILENT);
        assertEquals(List.of(), run.failures());
        assertTrue(run.statement().people() > 1_500, "a county of 2,000 has rosters of most of them");
        assertEquals(8, run.statement().publications(), "seven townships, one of them again after a correction");
        undisturbed = text(run.statement());
    }

    /** At the desks' own journey much is still empty. */
    @Test
    @Order(2)
    void whatBecameOfTheCampaignIsSeenAtTheDesks() {
        new CampaignAtTheDesks(county.stack()).isSeen();
    }

    @Test
    @Order(3)
    void killingEveryPartWhileEveryMessageComesTwiceAndPoisonInBetweenLeavesTheStatementAsItIs() throws Exception {
        Optional<Long> keycloak = county.stack().pid("keycloak");
        county.beginEmpty();
        assertEquals(keycloak, county.stack().pid("keycloak"), "it goes on: the slowest to start");
        try (EveryMessageTwice twice = new EveryMessageTwice(county.stack().kafka());
                Crashes crashes = new Crashes(county.stack(), CRASHES, twice)) {
            CampaignRun run = county.play(crashes);
            assertEquals(List.of("2 records are no JSON"), run.failures(), "the poison is all that is wrong");
            assertTrue(crashes.done().containsAll(Crashes.VICTIMS), "each was killed: " + crashes.done());
            assertEquals(undisturbed, text(run.statement()));
            assertTrue(run.duplicates() > 1_000, "messages were doubled: " + run.duplicates());
            List<String> payment = List.of(EveryMessageTwice.POISONED_PAYMENT + " " + EveryMessageTwice.POISON_KEY);
            List<String> assessment =
                    List.of(EveryMessageTwice.POISONED_ASSESSMENT + " " + EveryMessageTwice.POISON_KEY);
            List<String> both = List.of(payment.get(0), assessment.get(0));
            assertEquals(
                    Map.of(
                            "enrollment", payment,
                            "collection", assessment,
                            "reconciliation", payment,
                            "subsidy", payment,
                            "audit", both),
                    county.parked());
        }
    }

    private static String text(Statement statement) throws Exception {
        return JSON.writeValueAsString(statement);
    }
}
