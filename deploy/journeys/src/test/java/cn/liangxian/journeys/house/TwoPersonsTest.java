package cn.liangxian.journeys.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Acts by which somebody agrees to what somebody did: which they are, and which test shows that it is not the same person. */
class TwoPersonsTest {

    /** How the address of such an act ends. */
    private static final Pattern ACT = Pattern.compile("`(POST /\\S+/(?:approval|decision|closing|return))`");

    /** @param code of the refusal of whoever did the work; {@code test} shows it */
    private record Act(String endpoint, String code, String file, String test) {}

    private static final String OVERSIGHT =
            "audit-service/src/test/java/cn/liangxian/audit/supervision/OversightTest.java";
    private static final String COMPLAINT =
            "audit-service/src/test/java/cn/liangxian/audit/complaint/ComplaintTest.java";
    private static final String NEITHER = "whoEnteredAFindingNeitherClosesTheComplaintNorDecidesAboutWhatItRefers";

    private static final List<Act> BY_TWO = List.of(
            new Act(
                    "POST /refunds/{caseId}/approval",
                    "refund-second-person",
                    "collection-service/src/test/java/cn/liangxian/collection/refund/RefundTest.java",
                    "aPensionRefundIsAskedForWithDocumentsCheckedByTheAgencyAndPaidBackByTax"),
            new Act(
                    "POST /waivers/{id}/decision",
                    "waiver-own",
                    "audit-service/src/test/java/cn/liangxian/audit/DeadlineDesks.java",
                    "aSecondPersonOfAnotherDepartmentAgreesToAWaiverAndNobodyToTheirOwn"),
            new Act(
                    "POST /supervision/findings/{id}/approval",
                    "second-person-needed",
                    OVERSIGHT,
                    "aFindingIsExplainedByWhomItAsksAndClosedByTwoPersonsOfTheBureau"),
            new Act(
                    "POST /supervision/findings/{id}/return",
                    "second-person-needed",
                    OVERSIGHT,
                    "aFindingIsExplainedByWhomItAsksAndClosedByTwoPersonsOfTheBureau"),
            new Act("POST /complaints/{id}/closing", "second-person-needed", COMPLAINT, NEITHER),
            new Act("POST /violations/{id}/decision", "second-person-needed", COMPLAINT, NEITHER));

    /** With why one person is enough. */
    private static final Map<String, String> BY_ONE = Map.of(
            "POST /cash-entries/{id}/return", "money is given back, and the payer signs for it",
            "POST /link-anomalies/{id}/closing", "a machine found it, and other departments confirmed it",
            "POST /screenings/doubts/{id}/decision", "a machine raised it");

    @Test
    void everyActThatAgreesIsKnownToNeedTwoOrWhyOneIsEnough() throws IOException {
        Set<String> known = new TreeSet<>(BY_ONE.keySet());
        BY_TWO.forEach(act -> known.add(act.endpoint()));
        Set<String> there = new TreeSet<>();
        for (String matrix : List.of("access.md", "access-banks.md")) {
            ACT.matcher(Files.readString(House.ROOT.resolve("deploy/docs").resolve(matrix)))
                    .results()
                    .forEach(found -> there.add(found.group(1)));
        }
        assertEquals(known, there);
    }

    @ParameterizedTest
    @FieldSource("BY_TWO")
    void whoDidTheWorkIsRefused(Act act) throws IOException {
        String tests = Files.readString(House.ROOT.resolve(Path.of(act.file())));
        String shown = Stream.of(tests.split("(?m)^    @Test$"))
                .filter(test -> test.contains("void " + act.test() + "()"))
                .findFirst()
                .orElse("");
        assertTrue(shown.contains('"' + act.code() + '"'), act.test() + " shows no refusal with " + act.code());
    }
}
