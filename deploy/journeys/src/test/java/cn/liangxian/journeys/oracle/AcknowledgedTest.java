package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged once must be there once: the oracle says what was lost and what was doubled. */
class AcknowledgedTest {

    private static final String CASE = "018bb2f0-0000-7000-8000-00000000000a";

    @TempDir
    private Path folder;

    @Test
    void aPaymentThatIsThereOnceIsInOrderWhetherItWasOwedOrNot() throws IOException {
        Acknowledged journal = journal(payment("V1", 201), payment("V2", 201));
        journal.take(paid("V1"));
        journal.take(event("collection-contribution-surplus-v1", voucher("V2")));
        assertEquals(List.of(), journal.contradictions());
    }

    @Test
    void aPaymentThatWasAcknowledgedAndIsNotThereIsLost() throws IOException {
        Acknowledged journal = journal(payment("V1", 201), payment("V2", 201));
        journal.take(paid("V1"));
        assertEquals(List.of("acknowledged 1 times, there 0 times: PAYMENT V2"), journal.contradictions());
    }

    @Test
    void aPaymentThatWasAcknowledgedOnceAndIsThereTwiceIsDoubled() throws IOException {
        Acknowledged journal = journal(payment("V1", 201), payment("V1", 201));
        journal.take(paid("V1"));
        journal.take(event("collection-contribution-surplus-v1", voucher("V1")));
        assertEquals(List.of("acknowledged 1 times, there 2 times: PAYMENT V1"), journal.contradictions());
    }

    @Test
    void whatWasRefusedNeedNotBeThere() throws IOException {
        assertEquals(List.of(), journal(payment("V1", 409)).contradictions());
    }

    @Test
    void whateverWasAcknowledgedUnderAnIdIsLostUnlessAFactBearsTheId() throws IOException {
        String line = "{\"path\":\"/anomalies\",\"key\":\"k\",\"status\":201,\"ids\":{\"anomalyId\":\"" + CASE + "\"}}";
        assertEquals(List.of("acknowledged and lost: " + CASE), journal(line).contradictions());
        Acknowledged journal = journal(line);
        journal.take(event(
                "collection-anomaly-raised-v1",
                new ObjectMapper().createObjectNode().put("anomalyId", CASE)));
        assertEquals(List.of(), journal.contradictions());
    }

    @Test
    void aRegistrationIsThereOncePerInsuranceAndItsCancellationIsAnotherFact() throws IOException {
        Acknowledged journal = journal(registration("MEDICAL"), registration("PENSION"), registration("PENSION"));
        journal.take(registered("REGISTERED"));
        assertEquals(List.of("acknowledged 2 times, there 1 times: REGISTRATION " + CASE), journal.contradictions());
        journal.take(registered("REGISTERED"));
        journal.take(registered("CANCELLED"));
        assertEquals(List.of(), journal.contradictions());
    }

    @Test
    void moneyThatFinanceGaveTwiceForAnApplicationIsThereTwice() throws IOException {
        Acknowledged journal = journal(appropriation("first"), appropriation("second"));
        for (int i = 0; i < 2; i++) {
            journal.take(event(
                    "subsidy-funds-appropriated-v1",
                    new ObjectMapper().createObjectNode().put("applicationId", CASE)));
        }
        assertEquals(List.of(), journal.contradictions());
    }

    @Test
    void aWaiverIsProvedByTheDeadlineThatItWaives() throws IOException {
        String asked =
                "{\"path\":\"/waivers%s\",\"key\":\"w%s\",\"status\":201,\"ids\":{\"waiverId\":\"%s\",\"obligationId\":\"o\"}}";
        Acknowledged journal =
                journal(asked.formatted("", 1, CASE), asked.formatted("/" + CASE + "/decision", 2, CASE));
        assertEquals(2, journal.contradictions().size());
        ObjectNode waived = new ObjectMapper().createObjectNode();
        waived.putObject("obligation").put("obligationId", "o");
        journal.take(event("audit-deadline-waived-v1", waived));
        assertEquals(List.of(), journal.contradictions());
    }

    private static String appropriation(String key) {
        return "{\"path\":\"/appropriations\",\"key\":\"%s\",\"status\":201,\"ids\":{\"appropriationId\":\"%s\",\"applicationId\":\"%s\"}}"
                .formatted(key, CASE.replace('a', 'b'), CASE);
    }

    private static String registration(String insurance) {
        return "{\"path\":\"/registrations\",\"key\":\"r-%s\",\"status\":201,\"ids\":{\"registrationId\":\"%s\",\"personKey\":\"%s\"}}"
                .formatted(insurance, CASE.replace('a', 'b'), CASE);
    }

    private static Event registered(String kind) {
        return event(
                "enrollment-person-registered-v1",
                new ObjectMapper().createObjectNode().put("personKey", CASE).put("kind", kind));
    }

    private Acknowledged journal(String... lines) throws IOException {
        Path file = folder.resolve("journal.ndjson");
        Files.write(file, List.of(lines));
        return Acknowledged.read(file);
    }

    private static String payment(String voucher, int status) {
        return "{\"path\":\"/contributions\",\"key\":\"%s\",\"status\":%d}".formatted(voucher, status);
    }

    private static Event paid(String voucher) {
        return event("collection-contribution-paid-v1", voucher(voucher));
    }

    private static ObjectNode voucher(String voucher) {
        return new ObjectMapper().createObjectNode().put("voucher", voucher);
    }

    private static Event event(String topic, ObjectNode data) {
        return new Event(topic, "1", "7", null, data);
    }
}
