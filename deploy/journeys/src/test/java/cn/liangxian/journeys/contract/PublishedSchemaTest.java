package cn.liangxian.journeys.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may become of a schema that was published. */
class PublishedSchemaTest {

    private static final String V1 = "schemas/tax-thing-said-v1.json";
    private static final String V2 = "schemas/tax-thing-said-v2.json";
    private static final String DATE = "'on': {'type': 'string', 'format': 'date'}";
    private static final String KIND = "'kind': {'type': 'string', 'enum': ['A', 'B']}";
    private static final String NOTE = "'note': {'type': ['string', 'null']}";
    private static final String PUBLISHED = schema(List.of(DATE, KIND, NOTE), "'on', 'kind'");

    @TempDir
    Path folder;

    private CommittedDocuments committed;

    @BeforeEach
    void publish() {
        committed = new CommittedDocuments(folder);
        committed.write(Map.of(V1, PUBLISHED));
    }

    @Test
    void whatIsPublishedIsCompatibleWithItselfAndDoesNotDrift() {
        assertEquals(List.of(), committed.broken(Map.of(V1, PUBLISHED)));
        assertEquals(List.of(), committed.drifted(Map.of(V1, PUBLISHED)));
    }

    @Test
    void aRemovedFieldIsRefusedAlsoByTheCommandThatWrites() throws Exception {
        refused(schema(List.of(DATE, KIND), "'on', 'kind'"), "note: was removed or renamed");
    }

    @Test
    void anotherTypeIsRefused() throws Exception {
        String text = "'on': {'type': 'string'}";
        refused(schema(List.of(text, KIND, NOTE), "'on', 'kind'"), "on: was date, is string");
    }

    @Test
    void anOptionalFieldThatBecomesRequiredIsRefused() throws Exception {
        String note = "'note': {'type': 'string'}";
        refused(schema(List.of(DATE, KIND, note), "'on', 'kind', 'note'"), "note: was optional, is required");
    }

    @Test
    void aRemovedEnumValueIsRefused() throws Exception {
        String kind = "'kind': {'type': 'string', 'const': 'A'}";
        refused(schema(List.of(DATE, kind, NOTE), "'on', 'kind'"), "kind: value B was removed");
    }

    @Test
    void aNewRequiredFieldIsRefused() throws Exception {
        String more = "'more': {'type': 'string'}";
        refused(
                schema(List.of(DATE, KIND, NOTE, more), "'on', 'kind', 'more'"),
                "more: is new and required, events published before have none");
    }

    @Test
    void aTopicThatIsNoLongerDeclaredIsRefused() {
        assertEquals(List.of(V1 + " has no declaration any more"), committed.broken(Map.of()));
    }

    @Test
    void anOptionalFieldOrAnEnumValueMoreIsDriftUntilItIsWritten() {
        String more = "'more': {'anyOf': [{'type': 'null'}, {'type': 'string', 'enum': ['X', 'Y']}]}";
        String kind = "'kind': {'type': 'string', 'enum': ['A', 'B', 'C']}";
        Map<String, String> grown = Map.of(V1, schema(List.of(DATE, kind, NOTE, more), "'on', 'kind'"));
        assertEquals(List.of(V1), committed.drifted(grown));
        committed.write(grown);
        assertEquals(List.of(), committed.drifted(grown));
    }

    @Test
    void aRaisedVersionOfTheTopicMayBeAnything() {
        Map<String, String> raised = Map.of(V2, schema(List.of(KIND), "'kind'"));
        assertEquals(List.of(V2, V1), committed.drifted(raised));
        committed.write(raised);
        assertEquals(List.of(), committed.drifted(raised));
        assertFalse(Files.exists(folder.resolve(V1)));
    }

    private void refused(String changed, String why) throws Exception {
        Map<String, String> generated = Map.of(V1, changed);
        assertEquals(List.of(V1 + " " + why), committed.broken(generated));
        assertThrows(IllegalStateException.class, () -> committed.write(generated));
        assertEquals(PUBLISHED, Files.readString(folder.resolve(V1)));
    }

    private static String schema(List<String> properties, String required) {
        return "{'type': 'object', 'properties': {%s}, 'required': [%s]}"
                .formatted(String.join(", ", properties), required)
                .replace('\'', '"');
    }
}
