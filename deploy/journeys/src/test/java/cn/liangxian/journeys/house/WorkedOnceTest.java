package cn.liangxian.journeys.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a request changes is changed once, however often it is sent: it asks for an Idempotency-Key and is worked under it. A
 * new request that does not fails here, unless it is named with the reason why it need not.
 */
class WorkedOnceTest {

    private static final String READS = "only reads: a POST because what is asked for does not belong into an address";
    private static final String STATE = "a second time meets what the first one left and changes nothing";
    private static final String DOCUMENT =
            "a document is issued once: asked for again it is the same with the same number";
    private static final String DRAFT =
            "a draft is committed or withdrawn once, and only a commitment hands the list in";

    private static final String RECORDED = "only reads, and every reading is recorded";
    private static final String SAME_FILE = "the same file twice is one";

    /** By class and method. */
    private static final Map<String, String> NEED_NOT = Map.ofEntries(
            Map.entry("RegistrationQueryResource.query", READS),
            Map.entry("PayableResource.query", READS),
            Map.entry("PaymentHistoryResource.query", READS),
            Map.entry("PersonQueryResource.query", RECORDED),
            Map.entry("PersonsPage.find", RECORDED),
            Map.entry("StudentsPage.names", RECORDED),
            Map.entry("PersonsPage.unmask", RECORDED),
            Map.entry("ReceiptsPage.ask", READS),
            Map.entry("ReceiptsPage.voucher", DOCUMENT),
            Map.entry("ReceiptsPage.certificate", DOCUMENT),
            Map.entry("ReceiptResource.voucher", DOCUMENT),
            Map.entry("ReceiptResource.voucherPdf", DOCUMENT),
            Map.entry("ReceiptResource.certificate", DOCUMENT),
            Map.entry("ReceiptResource.certificatePdf", DOCUMENT),
            Map.entry("DeadLetterResource.resend", STATE),
            Map.entry("DeadLetterResource.discard", STATE),
            Map.entry("ComplaintsResource.take", "it bears a key, kept as a digest with nobody's name"),
            Map.entry("ComplaintsResource.use", "the last key counts: the same one twice is as good as once"),
            Map.entry("EvaluationResource.report", "one a date"),
            Map.entry("EvaluationPage.report", "one a date"),
            Map.entry("PublicationsResource.file", SAME_FILE),
            Map.entry("PublicationsPage.file", SAME_FILE),
            Map.entry("WebhooksResource.subscribe", "an address is subscribed once"),
            Map.entry("WebhooksResource.end", STATE),
            Map.entry(
                    "WebhooksResource.rotate",
                    "nobody but the unit itself bears the secret, and the old one goes on for a while"),
            Map.entry("WebhooksResource.resume", STATE),
            Map.entry("WebhooksResource.again", "who subscribes tells what came twice by its id"),
            Map.entry("WebhooksPage.resume", STATE),
            Map.entry("WebhooksPage.again", "who subscribes tells what came twice by its id"),
            Map.entry("UploadPage.upload", "a draft of one's own; " + DRAFT),
            Map.entry("DraftPage.commit", DRAFT),
            Map.entry("DraftPage.withdraw", DRAFT));

    private static final List<String> CHANGING = Stream.of("POST", "PUT", "DELETE", "PATCH")
            .map(name -> "jakarta.ws.rs." + name)
            .toList();
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String KEY = "Idempotency-Key";
    private static final JavaClasses CLASSES = House.everything();

    @Test
    void everyRequestOfAProgramThatChangesSomethingBearsAKeyAndIsWorkedUnderIt() {
        Set<String> without = new TreeSet<>();
        changing(false)
                .filter(method -> !bearsAKey(method) || !isWorkedOnce(method, new HashSet<>()))
                .forEach(method -> without.add(name(method)));
        assertTrue(without.removeAll(NEED_NOT.keySet()), "those that need not are found");
        assertEquals(Set.of(), without, "take an Idempotency-Key, or say why none is needed");
    }

    @Test
    void everyFormOfADeskIsWorkedOnce() {
        Set<String> without = new TreeSet<>();
        changing(true)
                .filter(method -> !isWorkedOnce(method, new HashSet<>()))
                .forEach(method -> without.add(name(method)));
        without.removeAll(NEED_NOT.keySet());
        assertEquals(Set.of(), without, "work it under a key of the form, or say why none is needed");
    }

    @Test
    void nothingIsExceptedThatIsNotThere() {
        Map<String, String> known = new TreeMap<>(NEED_NOT);
        Stream.concat(changing(false), changing(true))
                .filter(method -> !bearsAKey(method) || !isWorkedOnce(method, new HashSet<>()))
                .forEach(method -> known.remove(name(method)));
        assertEquals(Map.of(), known);
    }

    /** Methods that answer something else than GET, of the desks or of programs. */
    private static Stream<JavaMethod> changing(boolean desk) {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(PATH))
                .filter(type -> path(type.getAnnotationOfType(PATH)).matches("/?desk(/.*)?") == desk)
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> CHANGING.stream().anyMatch(method::isAnnotatedWith));
    }

    private static String path(JavaAnnotation<?> annotation) {
        return String.valueOf(annotation.get("value").orElse(""));
    }

    private static boolean bearsAKey(JavaMethod method) {
        return method.getParameters().stream()
                .flatMap(parameter -> parameter.getAnnotations().stream())
                .anyMatch(annotation -> annotation.getRawType().getName().equals("jakarta.ws.rs.HeaderParam")
                        && path(annotation).equals(KEY));
    }

    /** Whether it leads to the one place where keys are kept. */
    private static boolean isWorkedOnce(JavaCodeUnit unit, Set<String> seen) {
        if (!seen.add(unit.getFullName())) {
            return false;
        }
        for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
            String owner = call.getTargetOwner().getName();
            if (owner.equals("cn.liangxian.rest.Idempotency")) {
                return true;
            }
            boolean ours = owner.startsWith("cn.liangxian.");
            if (ours
                    && call.getTarget()
                            .resolveMember()
                            .filter(next -> isWorkedOnce(next, seen))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
