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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aRequestThatOthersEndIsLostUnlessTheFactThatItLeadsToBearsItsId() throws IOException {
        Acknowledged journal = journal(finding("conclusion"));
        journal.take(finding("raised", CASE));
        journal.take(finding("answered", CASE));
        journal.take(finding("closed", CASE.replace('a', 'b')));
        assertEquals(List.of("acknowledged and lost: FINDING_CONCLUDED " + CASE), journal.contradictions());
        journal.take(finding("closed", CASE));
        assertEquals(List.of(), journal.contradictions());
        assertEquals(List.of(), journal.doubled());
    }

    @Test
    void theFactThatEndsWhatSeveralRequestsBeganIsThereOnce() throws IOException {
        Acknowledged journal =
                journal(finding("conclusion"), finding("conclusion").replace("\"key\":\"k\"", "\"key\":\"another\""));
        journal.take(finding("closed", CASE));
        assertEquals(List.of(), journal.contradictions());
        assertEquals(new Proved(2, 0, 2, 0), journal.proved());
        journal.take(finding("closed", CASE));
        List<String> doubled = List.of("acknowledged to lead to one fact, there 2 times: FINDING_CONCLUDED " + CASE);
        assertEquals(doubled, journal.contradictions());
        assertEquals(doubled, journal.doubled());
    }

    @ParameterizedTest
    @CsvSource({
        "/uninsured-students/x/reasons,      listId,          enrollment-uninsured-students-listed,   enrollment-uninsured-students-explained",
        "/uninsured-students/x/reminders,    listId,          enrollment-uninsured-students-listed,   enrollment-students-reminded",
        "/payable-rosters,                   payableRosterId, collection-something,                   collection-payable-roster-issued",
        "/payable-rosters,                   payableRosterId, collection-something,                   collection-payable-roster-refused",
        "/payable-rosters/x/reviews,         payableRosterId, collection-something,                   collection-payable-roster-issued",
        "/enquiries/x/help,                  enquiryId,       audit-enquiry-taken,                    audit-enquiry-answered",
        "/objections/x/passing-on,           objectionId,     audit-publication-objected,             audit-publication-answered",
        "/accountability,                    reportId,        audit-accountability-transferred,       audit-accountability-reported",
        "/accountability/x/agreement,        reportId,        audit-accountability-transferred,       audit-accountability-reported"
    })
    void noOtherFactOfTheSameIdStandsForTheOneThatARequestLeadsTo(String path, String name, String another, String fact)
            throws IOException {
        Acknowledged journal = journal(
                "{\"path\":\"%s\",\"key\":\"k\",\"status\":201,\"ids\":{\"%s\":\"%s\"}}".formatted(path, name, CASE));
        ObjectNode bearsIt = new ObjectMapper().createObjectNode().put(name, CASE);
        journal.take(event(another + "-v1", bearsIt));
        assertEquals(1, journal.contradictions().size());
        journal.take(event(fact + "-v1", bearsIt));
        assertEquals(List.of(), journal.contradictions());
    }

    /** Of two kinds that bear the same id each is asked for. */
    @Test
    void whatOneKindOfRequestLedToIsStillAskedOfTheOther() throws IOException {
        String line = "{\"path\":\"%s\",\"key\":\"k\",\"status\":201,\"ids\":{\"listId\":\"" + CASE + "\"}}";
        Acknowledged journal = journal(
                line.formatted("/uninsured-students/x/reasons"), line.formatted("/uninsured-students/x/reminders"));
        journal.take(event(
                "enrollment-uninsured-students-explained-v1",
                new ObjectMapper().createObjectNode().put("listId", CASE)));
        assertEquals(List.of("acknowledged and lost: STUDENTS_REMINDED " + CASE), journal.contradictions());
    }

    @Test
    void aPathOfWhichNobodyKnowsHowToProveItIsAContradiction() throws IOException {
        String line = "{\"path\":\"/anomalies\",\"key\":\"k\",\"status\":201,\"ids\":{\"anomalyId\":\"" + CASE + "\"}}";
        assertEquals(
                List.of("nothing is known of how to prove /anomalies"),
                journal(line).contradictions());
    }

    @Test
    void anAnswerThatNamesNothingAFactCouldBeFoundByIsAContradiction() throws IOException {
        assertEquals(
                List.of(
                        "acknowledged under nothing that a fact could be found by: DEBIT_STOPPED b",
                        "acknowledged under nothing that a fact could be found by: ROSTER r"),
                journal(
                                "{\"path\":\"/rosters\",\"key\":\"r\",\"status\":201}",
                                "{\"path\":\"/debit-stops\",\"key\":\"b\",\"status\":201}")
                        .contradictions());
    }

    @Test
    void twoRequestsMayNotBeAcknowledgedForTheSameAgreementOfABank() throws IOException {
        String signed =
                "{\"path\":\"/agreements\",\"key\":\"%s\",\"status\":201,\"ids\":{\"bank\":\"%s\",\"agreementNo\":\"7\"}}";
        Acknowledged journal =
                journal(signed.formatted("a", "ABC"), signed.formatted("a", "ABC"), signed.formatted("b", "ICBC"));
        assertEquals(List.of(), journal.contradictions());
        assertEquals(new Proved(2, 0, 0, 2), journal.proved());
        assertEquals(
                List.of("acknowledged twice: AGREEMENT ABC 7"),
                journal(signed.formatted("a", "ABC"), signed.formatted("c", "ABC"))
                        .contradictions());
    }

    @Test
    void linesThatABankStoppedOrGaveBackAreCountedOverAllItsBatches() throws IOException {
        String stopped = "{\"path\":\"/debit-stops\",\"key\":\"%s\",\"status\":201,\"counts\":{\"done\":%d}}";
        Acknowledged journal = journal(stopped.formatted("a", 3), stopped.formatted("a", 3), stopped.formatted("b", 1));
        journal.take(stopped("7", 2));
        journal.take(stopped("8", 2));
        assertEquals(List.of(), journal.contradictions());
        journal.take(stopped("8", 2));
        assertEquals(List.of("acknowledged 4 times, there 6 times: DEBIT_STOPPED"), journal.contradictions());
    }

    @Test
    void everyDepartmentThatFoundSomethingStandsOnceInTheFactThatEndsTheInvestigation() throws IOException {
        String finding =
                "{\"path\":\"/complaints/c/findings\",\"key\":\"%s\",\"status\":200,\"ids\":{\"complaintId\":\"c\"}}";
        String[] findings = {finding.formatted("tax"), finding.formatted("tax"), finding.formatted("discipline")};
        ObjectNode closed = new ObjectMapper().createObjectNode().put("complaintId", "c");
        closed.putArray("by").add("DISCIPLINE").add("TAX");
        Acknowledged journal = journal(findings);
        journal.take(event("audit-complaint-closed-v1", closed));
        assertEquals(List.of(), journal.contradictions());
        closed.withArray("by").remove(0);
        Acknowledged lost = journal(findings);
        lost.take(event("audit-complaint-closed-v1", closed));
        assertEquals(List.of("acknowledged 2 times, there 1 times: COMPLAINT_FINDING c"), lost.contradictions());
    }

    @Test
    void aSweepOfAMonthsMoneyIsThereOnceWhateverItsId() throws IOException {
        Acknowledged journal = journal("{\"path\":\"/sweeps\",\"key\":\"s\",\"status\":201,\"ids\":{\"sweepId\":\""
                + CASE + "\",\"month\":\"2023-10\",\"insurance\":\"PENSION\",\"money\":\"CONTRIBUTIONS\"}}");
        ObjectNode swept = new ObjectMapper()
                .createObjectNode()
                .put("month", "2023-10")
                .put("insurance", "PENSION")
                .put("money", "CONTRIBUTIONS");
        journal.take(event("subsidy-funds-swept-v1", swept.deepCopy().put("sweepId", CASE)));
        assertEquals(List.of(), journal.contradictions());
        journal.take(event("subsidy-funds-swept-v1", swept.deepCopy().put("sweepId", "another")));
        assertEquals(
                List.of("acknowledged 1 times, there 2 times: SWEEP 2023-10 PENSION CONTRIBUTIONS"),
                journal.contradictions());
    }

    @Test
    void entitlementsOfOneMessageAreAsManyAsTheAgencySays() throws IOException {
        Acknowledged journal =
                journal("{\"path\":\"/entitlements\",\"key\":\"e\",\"status\":201,\"ids\":{\"detailsId\":\"" + CASE
                        + "\"},\"counts\":{\"recorded\":2}}");
        journal.take(entitled());
        assertEquals(List.of("acknowledged 2 times, there 1 times: ENTITLEMENT " + CASE), journal.contradictions());
        journal.take(entitled());
        assertEquals(List.of(), journal.contradictions());
        assertEquals(new Proved(1, 1, 0, 0), journal.proved());
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

    @Test
    void cashThatWasTakenOnceAndIsThereTwiceIsDoubledThoughEachHasAnEntryOfItsOwn() throws IOException {
        String taken =
                "{\"path\":\"/cash-entries\",\"key\":\"k%s\",\"status\":201,\"ids\":{\"entryId\":\"%s\",\"personKey\":\"p\"}}";
        Acknowledged journal = journal(taken.formatted(1, CASE), taken.formatted(1, CASE));
        journal.take(cash("taken", CASE));
        assertEquals(List.of(), journal.contradictions());
        journal.take(cash("taken", CASE.replace('a', 'b')));
        assertEquals(List.of("acknowledged 1 times, there 2 times: CASH_TAKEN p"), journal.contradictions());
    }

    @Test
    void cashThatWasPaidInOrGivenBackIsThereOnce() throws IOException {
        String ended =
                "{\"path\":\"/cash-entries/%1$s/%2$s\",\"key\":\"%2$s\",\"status\":201,\"ids\":{\"entryId\":\"%1$s\",\"personKey\":\"p\"}}";
        String other = CASE.replace('a', 'b');
        Acknowledged journal = journal(ended.formatted(CASE, "settlement"), ended.formatted(other, "return"));
        journal.take(cash("settled", CASE));
        assertEquals(List.of("acknowledged 1 times, there 0 times: CASH_RETURNED " + other), journal.contradictions());
        journal.take(cash("returned", other));
        assertEquals(List.of(), journal.contradictions());
        journal.take(cash("settled", CASE));
        assertEquals(List.of("acknowledged 1 times, there 2 times: CASH_SETTLED " + CASE), journal.contradictions());
    }

    @Test
    void aFileOfABankIsOneAnswerAndASecondOneForItIsDoubled() throws IOException {
        String answer =
                "{\"path\":\"/debit-batches/7/answers\",\"key\":\"%s\",\"status\":201,\"ids\":{\"answerId\":\"%s\"}}";
        Acknowledged journal = journal(answer.formatted("a", CASE), answer.formatted("b", CASE.replace('a', 'b')));
        journal.take(answered());
        assertEquals(List.of("acknowledged 2 times, there 1 times: DEBIT_ANSWER 7"), journal.contradictions());
        journal.take(answered());
        assertEquals(List.of(), journal.contradictions());
        journal.take(answered());
        assertEquals(List.of("acknowledged 2 times, there 3 times: DEBIT_ANSWER 7"), journal.contradictions());
    }

    private static String finding(String step) {
        return "{\"path\":\"/supervision/findings/%s/%s\",\"key\":\"k\",\"status\":200,\"ids\":{\"findingId\":\"%s\"}}"
                .formatted(CASE, step, CASE);
    }

    private static Event finding(String fact, String id) {
        return event(
                "audit-finding-" + fact + "-v1",
                new ObjectMapper().createObjectNode().put("findingId", id));
    }

    private static Event entitled() {
        return event(
                "reconciliation-entitlement-recorded-v1",
                new ObjectMapper().createObjectNode().put("detailsId", CASE));
    }

    private static Event stopped(String batchNo, int lines) {
        return event(
                "collection-debit-stopped-v1",
                new ObjectMapper().createObjectNode().put("batchNo", batchNo).put("lines", lines));
    }

    private static Event cash(String end, String entry) {
        return event(
                "collection-cash-" + end + "-v1",
                new ObjectMapper().createObjectNode().put("entryId", entry).put("personKey", "p"));
    }

    private static Event answered() {
        return event(
                "collection-debit-answered-v1",
                new ObjectMapper().createObjectNode().put("batchNo", "7"));
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
