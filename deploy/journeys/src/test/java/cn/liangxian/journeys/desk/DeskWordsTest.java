package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.journeys.house.House;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of a page stands in a word file, in both languages. */
class DeskWordsTest {

    private static final Pattern SAID = Pattern.compile("\\b(?:w|english)\\.(\\w+)");
    private static final Pattern LINE = Pattern.compile("(\\w+) = ([^|]+) \\|\\s?(.+)");
    private static final Pattern PUT_TOGETHER = Pattern.compile("(?:word|text)\\(\"(\\w+_)\" \\+");

    private static final Pattern SERVICE = Pattern.compile("/(\\w+)-service/src/main/");
    /** A channel is a place of the money too, but has a name of its own. */
    private static final String NAMED_BY_POLICY = "place_CHANNEL";

    private static final JavaClasses CLASSES = House.everything();

    /** Service, beginning of the key, and by which values Java completes it: those of an enum, or the words named. */
    private static final String COMPLETED =
            """
            audit breach_ audit.CashRiskHandoff$Breach
            audit complaint_ waits ready founded unfounded
            audit delivery_ audit.webhook.Deliveries$State
            audit answerable_ audit.CashRiskHandoff$Answerable
            audit difference_ reconciliation.ReconciliationHandoff$DifferenceKind
            audit conclusion_ audit.OversightHandoff$Conclusion
            audit desk_ enrollment collection reconciliation subsidy audit
            audit doneBy_ desk.Place$Kind
            audit duty_ audit.DutyHandoff$Duty
            audit explanation_ audit.OversightHandoff$Explanation
            audit failing_ audit.AccountabilityHandoff$Failing
            audit finding_ audit.supervision.FindingState
            audit handling_ audit.CashRiskHandoff$Handling
            audit ground_ audit.PublicationHandoff$Ground
            audit happening_ audit.register.Happening
            audit hint_ audit.register.DeskState
            audit matter_ audit.EnquiryHandoff$Matter
            audit objectionKind_ audit.PublicationHandoff$ObjectionKind
            audit occasion_ audit.occasion.Occasions$Kind
            audit origin_ audit.CashRiskHandoff$Origin
            audit payer_ collection.CollectionHandoff$Payer
            audit publication_ done late not_yet quiet
            audit publicationWay_ audit.PublicationHandoff$Way
            audit push_ late checks reportedLate reported
            audit reached_ audit.supervision.CashTrails$Reached late
            audit waiver_ audit.waiver.Waiver$Kind
            audit waiver_ audit.waiver.Waiver$State
            audit report_ drafted reported late transferred
            audit result_ audit.cashrisk.SelfCheck$Result none
            audit scope_ audit.register.DeskScope
            audit spot_ audit.CashRiskHandoff$SpotCheck none
            audit standing_ entitled paid registeredOnly unpaid red
            audit suspicion_ audit.OversightHandoff$Suspicion
            audit state_ audit.register.DeskState
            audit way_ audit.ComplaintHandoff$Way
            audit webhook_ disabled failing well
            collection absentMeans_ collection.absent.AbsentResident$Means
            collection absent_ collection.absent.AbsentState
            collection agreement_ MISSING
            collection anomalyKind_ collection.link.LinkAnomaly$Kind
            collection anomaly_ collection.link.LinkState
            collection attempt_ collection.attempt.Attempt$Kind
            collection cash_ collection.cash.CashEntry$Wrong
            collection cell_ collection.debitlist.DebitListForm$Why
            collection channel_ collection.progress.Channels$Now
            collection debitList_ collection.debitlist.DebitListState
            collection failure_ closed untouched worked
            collection guided_ FAILED NOT_DEBITABLE
            collection line_ collection.debit.DebitLineState
            collection listTaken_ WHOLE PART NONE
            collection outcome_ collection.debit.FailedDebit$Outcome
            collection payer_ collection.CollectionHandoff$Payer
            collection payment_ collection.payment.Payment$Outcome
            collection receiptKind_ collection.receipt.ReceiptKind
            collection receiptState_ collection.receipt.Receipt$State
            collection refundReason_ collection.refund.RefundReason
            collection renew_ collection.agreement.Agreement$RenewReason
            collection table_ collection.desk.FilledTable$Fault
            collection targetBase_ NONE LAST_FEE_YEAR_TOWNSHIP LAST_FEE_YEAR_COUNTY
            enrollment carrier_ enrollment.ExchangeHandoff$Carrier
            enrollment doubt_ enrollment.ScreeningHandoff$ScreeningOutcome
            enrollment draft_ waits committed withdrawn
            enrollment failure_ enrollment.EnrollmentHandoff$FailureOutcome
            enrollment field_ enrollment.survey.Surveying$Deviation
            enrollment grade_ enrollment.EnrollmentHandoff$Grade
            enrollment kind_ enrollment.EnrollmentHandoff$RegistrationKind
            enrollment payer_ policy.Payer
            enrollment refusal_ collection.roster.Roster$Refusal
            enrollment roster_ enrollment.roster.RosterState
            enrollment uninsured_ enrollment.StudentHandoff$UninsuredReason
            reconciliation closed_ reconciliation.balance.ClosedDifferences$How
            reconciliation entry_ PAID SURPLUS REFUND
            reconciliation kind_ reconciliation.ReconciliationHandoff$DifferenceKind
            reconciliation kind_ reconciliation.ReconciliationHandoff$IncomeCause
            reconciliation kind_ reconciliation.ReconciliationHandoff$MonthDifferenceKind
            reconciliation link_ reconciliation.ReconciliationHandoff$BrokenLink
            reconciliation place_ reconciliation.statement.MoneyFlow$Place
            reconciliation resolved_ ENTITLED MONEY_RETURNED
            reconciliation state_ reconciliation.balance.DayState DIFFERENCES
            subsidy kind_ subsidy.application.RunKind
            subsidy money_ subsidy.SweepHandoff$Money
            subsidy purpose_ subsidy.SubsidyHandoff$Purpose
            subsidy run_ subsidy.application.RunState
            subsidy state_ subsidy.application.Application$State
            """;

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyLineOfAWordFileSaysBothLanguages() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : words()) {
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = LINE.matcher(line);
                boolean both =
                        matcher.matches() && !CHINESE.matcher(matcher.group(3)).find();
                if (!line.isBlank() && !line.startsWith("#") && !both) {
                    wrong.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noTemplateSaysWhatNoWordFileHasOrSaysSomethingItself() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path template : House.sources(".html")) {
            if (!template.toString().contains("/src/main/resources/templates/")) {
                continue;
            }
            Set<String> keys = keys(template);
            String text = Files.readString(template);
            SAID.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> wrong.add(template.getFileName() + " says " + key));
            // the name of the other language is always written in that language
            if (CHINESE.matcher(text.replace("中文", "")).find()) {
                wrong.add(template.getFileName() + " has a text of its own");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyKeyThatJavaPutsTogetherHasItsWordForEachValue() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String line : COMPLETED.lines().toList()) {
            String[] said = line.split(" ");
            known.add(said[0] + " " + said[1]);
            Set<String> keys = keys(Path.of("/" + said[0] + "-service/words"));
            Stream.of(said)
                    .skip(2)
                    .flatMap(DeskWordsTest::values)
                    .map(value -> said[1] + value)
                    .filter(key -> !keys.contains(key) && !key.equals(NAMED_BY_POLICY))
                    .forEach(key -> wrong.add("no word of " + said[0] + " says " + key));
        }
        for (Path source : House.sources(".java")) {
            Matcher service = SERVICE.matcher(source.toString());
            if (service.find()) {
                PUT_TOGETHER
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> service.group(1) + " " + found.group(1))
                        .filter(key -> !known.contains(key))
                        .forEach(key ->
                                wrong.add(source.getFileName() + " completes a key that is not named here: " + key));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Of a class, its constants; any other word is a value itself. */
    private static Stream<String> values(String named) {
        if (!named.contains(".")) {
            return Stream.of(named);
        }
        Set<JavaEnumConstant> constants = CLASSES.get("cn.liangxian." + named).getEnumConstants();
        assertFalse(constants.isEmpty(), named);
        return constants.stream().map(JavaEnumConstant::name);
    }

    /** What the frame says, and what the service of the template says. */
    private static Set<String> keys(Path template) throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path file : words()) {
            String name = file.getFileName().toString();
            if (name.equals("desk.txt") || template.toString().contains("/" + name.replace(".txt", "") + "-service/")) {
                for (String line : Files.readAllLines(file)) {
                    keys.add(line.split(" ")[0]);
                }
            }
        }
        return keys;
    }

    private static List<Path> words() throws IOException {
        List<Path> files = House.sources(".txt").stream()
                .filter(file -> file.getParent().endsWith("src/main/resources/words"))
                .toList();
        assertFalse(files.isEmpty());
        return files;
    }
}
