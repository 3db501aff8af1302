package cn.liangxian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {

    private static final String COUNTY =
            """
            jurisdiction:
              code: "990101"
              townships:
                - { code: "990101001", name: 甲镇 }
                - { code: "990101002", name: 乙镇 }
            """;

    @TempDir
    Path folder;

    @Test
    void everyOfficeOfATownshipSpeaksForItsTownshipAlone() throws Exception {
        JsonNode client = client(realm(COUNTY, new Secrets(folder.resolve("secrets"))), "civil-affairs-990101002");
        assertEquals("CIVIL_AFFAIRS", claim(client, "department"));
        assertEquals("990101002", claim(client, "area"));
    }

    @Test
    void aDepartmentOfTheCountySpeaksForTheCounty() throws Exception {
        JsonNode client = client(realm(COUNTY, new Secrets(folder.resolve("secrets"))), "audit-bureau");
        assertEquals("AUDIT_BUREAU", claim(client, "department"));
        assertEquals("990101", claim(client, "area"));
    }

    @Test
    void anAgencyAndDisciplineHaveASecondWhoCanApproveWhatTheFirstHasCheckedOrFound() throws Exception {
        JsonNode realm = realm(COUNTY, new Secrets(folder.resolve("secrets")));
        for (String agency : Set.of("medical-insurance", "social-insurance", "discipline")) {
            JsonNode second = client(realm, agency + "-second");
            assertEquals(claim(client(realm, agency), "department"), claim(second, "department"));
            assertEquals("990101", claim(second, "area"));
        }
    }

    @Test
    void oneClientIsTaxForSecondsOnlySoThatAnExpiredTokenCanBeShown() throws Exception {
        JsonNode realm = realm(COUNTY, new Secrets(folder.resolve("secrets")));
        JsonNode momentary = client(realm, "tax-for-a-moment");
        assertEquals("TAX", claim(momentary, "department"));
        assertEquals("3", lifespan(momentary));
        assertEquals("", lifespan(client(realm, "tax")), "as long as the realm says");
    }

    @Test
    void oneClientSpeaksForAnotherCountySoThatItCanBeShownThatItIsToldNothing() throws Exception {
        JsonNode elsewhere = client(realm(COUNTY, new Secrets(folder.resolve("secrets"))), "tax-elsewhere");
        assertEquals("TAX", claim(elsewhere, "department"));
        assertEquals("999999", claim(elsewhere, "area"));
    }

    private static String lifespan(JsonNode client) {
        return client.path("attributes").path("access.token.lifespan").asText();
    }

    @Test
    void everyClientHasASecretOfItsOwnThatIsLongEnoughAndStaysTheSame() throws Exception {
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        JsonNode realm = realm(COUNTY, secrets);
        Set<String> seen = new HashSet<>();
        for (JsonNode client : realm.path("clients")) {
            String secret = client.path("secret").asText();
            assertTrue(
                    secret.length() >= 32 && seen.add(secret),
                    client.path("clientId").asText());
            assertFalse(client.path("publicClient").asBoolean());
        }
        assertEquals(realm, realm(COUNTY, new Secrets(folder.resolve("secrets"))), "secrets are kept");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))));
    }

    @Test
    void everyDepartmentAndTownshipAndItsVillagesHaveTwoPeopleWhoCanLogIn() throws Exception {
        JsonNode users = realm(COUNTY, new Secrets(folder.resolve("secrets"))).path("users");
        Set<String> names = new HashSet<>();
        users.forEach(user -> names.add(user.path("username").asText()));
        assertTrue(names.containsAll(Set.of("tax-clerk", "tax-checker", "township-990101002-clerk")), names.toString());
        assertFalse(names.contains("calendar-clerk"), "the calendar is no person");
        JsonNode village = users.get(users.size() - 1);
        assertEquals("village-990101002-checker", village.path("username").asText());
        assertEquals(
                "VILLAGE", village.path("attributes").path("department").path(0).asText());
        assertEquals(
                "990101002", village.path("attributes").path("area").path(0).asText());
    }

    @Test
    void threeAdministratorsAreThreePeopleOfNoDepartmentAndShareNoRight() throws Exception {
        JsonNode realm = realm(COUNTY, new Secrets(folder.resolve("secrets")));
        Set<String> held = new HashSet<>();
        for (JsonNode user : realm.path("users")) {
            JsonNode roles = user.path("realmRoles");
            assertTrue(roles.size() <= 1, user.path("username") + " holds more than one of the three");
            if (roles.size() == 1) {
                assertTrue(held.add(roles.get(0).asText()), "two people hold " + roles);
                assertTrue(user.path("attributes").isMissingNode(), "an administrator belongs to no department");
            }
        }
        assertEquals(Set.of("system-admin", "security-admin", "audit-admin"), held);
        Set<String> rights = new HashSet<>();
        for (JsonNode role : realm.path("roles").path("realm")) {
            role.path("composites")
                    .path("client")
                    .path("realm-management")
                    .forEach(right -> assertTrue(rights.add(right.asText()), right + " is held by two of the three"));
        }
        assertTrue(realm.path("adminEventsEnabled").asBoolean(), "what they do stays on record");
    }

    @Test
    void aCountyFileWithoutTownshipsIsRefusedWithAWayOut() {
        StackProblem problem = assertThrows(
                StackProblem.class,
                () -> realm("jurisdiction: { code: 990101 }", new Secrets(folder.resolve("secrets"))));
        assertFalse(problem.wayOut().isBlank());
    }

    private JsonNode realm(String county, Secrets secrets) throws Exception {
        Path policy = Files.writeString(folder.resolve("county.yaml"), county);
        Path template = TestServers.root().resolve("deploy/local/realm/liangxian.json");
        return new ObjectMapper().readTree(new RealmFile(template, policy).content(secrets));
    }

    private static JsonNode client(JsonNode realm, String id) {
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("No client " + id);
    }

    private static String claim(JsonNode client, String claim) {
        for (JsonNode mapper : client.path("protocolMappers")) {
            if (mapper.path("config").path("claim.name").asText().equals(claim)) {
                return mapper.path("config").path("claim.value").asText();
            }
        }
        throw new AssertionError("No claim " + claim);
    }
}
