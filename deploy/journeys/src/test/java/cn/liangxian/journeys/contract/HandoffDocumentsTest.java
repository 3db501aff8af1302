package cn.liangxian.journeys.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Shape;
import cn.liangxian.journeys.contract.Contract.Declared;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Policy;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The documents in deploy/docs are those of the declarations, and each is right by its own standard. */
class HandoffDocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("liangxian.root"));
    private static final boolean WRITE = "write".equals(System.getProperty("liangxian.docs"));
    private static final String HOW_TO_WRITE =
            """

            To write them anew, from the root: ./mvnw -q install -DskipTests && ./mvnw -q -pl deploy/journeys test \
            -Dtest=HandoffDocumentsTest -Dliangxian.docs=write""";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private static final Contract CONTRACT = new Contract(ROOT);
    private static final HandoffSchemas SCHEMAS = new HandoffSchemas();

    @Test
    void theCommittedDocumentsAreThoseOfTheDeclarationsAndNoReaderBreaks() throws IOException {
        CommittedDocuments committed = new CommittedDocuments(ROOT.resolve("deploy/docs"));
        Map<String, String> generated = generated();
        assertEquals(
                List.of(),
                committed.broken(generated),
                "Readers of what is published break. Take the change back, make it optional, or raise the topic's version.");
        if (WRITE) {
            committed.write(generated);
        }
        List<String> drifted = committed.drifted(generated);
        assertTrue(drifted.isEmpty(), () -> "deploy/docs is not what the declarations say: " + drifted + HOW_TO_WRITE);
    }

    @Test
    void everySchemaSaysWhatTheRecordSays() {
        for (Declared handoff : CONTRACT.all()) {
            assertEquals(Shape.of(handoff.type()), SchemaShape.of(SCHEMAS.of(handoff.type())), handoff.topic());
        }
    }

    @Test
    void whatIsPublishedValidatesAgainstItsSchemaAndIsReadBack() throws IOException {
        for (Declared handoff : CONTRACT.all()) {
            for (boolean whole : new boolean[] {true, false}) {
                Handoff sample = Samples.of(handoff.type(), whole);
                byte[] written = HandoffJson.MAPPER.writeValueAsBytes(sample);
                assertEquals(
                        Set.of(),
                        schema(handoff).validate(JSON.readTree(written)),
                        () -> handoff.topic() + " " + sample);
                assertEquals(sample, HandoffJson.MAPPER.readValue(written, handoff.type()));
            }
        }
    }

    @Test
    void aSampleThatLacksARequiredFieldOrHasAnotherTypeDoesNotValidate() {
        for (Declared handoff : CONTRACT.all()) {
            ObjectNode sample = HandoffJson.MAPPER.valueToTree(Samples.of(handoff.type(), true));
            for (var field : SchemaShape.of(SCHEMAS.of(handoff.type())).fields().entrySet()) {
                String name = field.getKey();
                if (!sample.has(name)) continue;
                JsonNode wrong = field.getValue().type().equals("boolean")
                        ? JSON.getNodeFactory().textNode("yes")
                        : JSON.getNodeFactory().booleanNode(true);
                assertFalse(
                        schema(handoff)
                                .validate(sample.deepCopy().set(name, wrong))
                                .isEmpty(),
                        name);
                if (!field.getValue().optional()) {
                    assertFalse(
                            schema(handoff)
                                    .validate(sample.deepCopy().without(name))
                                    .isEmpty(),
                            name);
                }
            }
        }
    }

    @Test
    void theAsyncApiDocumentIsOneByTheStandardAndItsReferencesLeadSomewhere() throws IOException {
        JsonNode document = YAML.readTree(yaml());
        JsonSchema standard;
        try (InputStream in = getClass().getResourceAsStream("/asyncapi/3.0.0.json")) {
            standard = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
        }
        assertEquals(
                List.of(),
                standard.validate(document).stream()
                        .map(ValidationMessage::getMessage)
                        .toList());
        assertFalse(standard.validate(((ObjectNode) document.deepCopy()).put("operations", "none"))
                .isEmpty());
        Map<String, String> generated = generated();
        List<String> references = document.findValuesAsText("$ref");
        assertTrue(references.size() > CONTRACT.all().size());
        for (String reference : references) {
            boolean leads = reference.startsWith("#")
                    ? !document.at(JsonPointer.compile(reference.substring(1))).isMissingNode()
                    : generated.containsKey(reference);
            assertTrue(leads, reference);
        }
    }

    @Test
    void everyTopicBearsTheNameOfItsServiceAndAVersion() {
        for (Declared handoff : CONTRACT.all()) {
            assertTrue(handoff.topic().matches(handoff.service() + "-[a-z]+(-[a-z]+)*-v[1-9]\\d*"), handoff.topic());
        }
        assertEquals(
                CONTRACT.all().size(),
                CONTRACT.all().stream().map(Declared::topic).distinct().count());
    }

    private JsonSchema schema(Declared handoff) {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMAS.of(handoff.type()), strict);
    }

    private Map<String, String> generated() throws JsonProcessingException {
        Map<String, String> documents = new TreeMap<>();
        for (Declared handoff : CONTRACT.all()) {
            String schema = PRETTY.writeValueAsString(SCHEMAS.of(handoff.type())) + "\n";
            documents.put("schemas/" + handoff.topic() + ".json", schema);
        }
        documents.put("asyncapi.yaml", yaml());
        Policy policy = Policy.load(ROOT.resolve("deploy/jurisdictions/yicheng-2024.yaml"));
        documents.put("handoffs.md", new HandoffTable(CONTRACT, policy).markdown());
        return documents;
    }

    private String yaml() throws JsonProcessingException {
        return "# Generated from the declarations; do not edit.\n" + YAML.writeValueAsString(AsyncApi.of(CONTRACT));
    }
}
