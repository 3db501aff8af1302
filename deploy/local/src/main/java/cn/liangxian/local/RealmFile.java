package cn.liangxian.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The realm of one county: the template's one client, once for every department of the county and once for every office of
 * a township. Its token says which department it is and for which area it may speak.
 */
final class RealmFile {

    /** Departments of the county, machines among them, in the order in which a reader looks for them. */
    static final List<String> OF_THE_COUNTY = List.of(
            "civil-affairs",
            "disabled-federation",
            "rural-revitalization",
            "public-security",
            "education",
            "health",
            "veterans",
            "ageing-committee",
            "medical-insurance",
            "social-insurance",
            "tax",
            "channel",
            "sponsor",
            "treasury",
            "finance",
            "discipline",
            "audit-bureau",
            "county-government",
            "calendar");

    private static final List<String> OF_A_TOWNSHIP = List.of(
            "civil-affairs",
            "disabled-federation",
            "rural-revitalization",
            "veterans",
            "ageing-committee",
            "health",
            "education",
            "school",
            "township",
            "village",
            "medical-insurance",
            "social-insurance");

    /**
     * 三员: system, security and audit administrator, one person each. They belong to no department, so that no desk lets them
     * in, and none of them can do what another has to look at.
     */
    static final Map<String, String> ADMINISTRATORS =
            Map.of("system-admin", "系统管理员", "security-admin", "安全管理员", "audit-admin", "审计管理员");

    /** What one of them has done a second one may have to approve. */
    private static final List<String> TWICE =
            List.of("audit-bureau", "medical-insurance", "social-insurance", "discipline");

    /** Machines, not people. */
    private static final Set<String> AT_NO_DESK = Set.of("calendar", "channel", "sponsor");

    /** Tax, but its tokens are past after so many seconds: with them one sees that no service takes what was good once. */
    private static final String MOMENTARY = "tax-for-a-moment";

    private static final String MOMENT_SECONDS = "3";

    /** Tax of an area that no county has: with it one sees that no service shows one county's data to another. */
    private static final String ELSEWHERE = "tax-elsewhere";

    private static final String NOWHERE = "999999";

    /** Names of secrets: of the one client by which people log in, and the password of the people of this machine. */
    static final String DESK = "client.desk";

    private static final String PEOPLE = "people";
    private static final String SALT = "people.salt";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One confidential client: who it is, and the division code it speaks for. */
    record Client(String id, String department, String area) {

        private static Client of(String id, String department, String area) {
            return new Client(id, department.toUpperCase(Locale.ROOT).replace('-', '_'), area);
        }
    }

    private final Path template;
    private final Path policy;

    RealmFile(Path template, Path policy) {
        this.template = template;
        this.policy = policy;
    }

    /** The clients of the county that the policy file describes. */
    List<Client> clients() {
        JsonNode file = file();
        JsonNode jurisdiction = file.path("jurisdiction");
        String county = jurisdiction.path("code").asText();
        List<Client> clients = new ArrayList<>();
        OF_THE_COUNTY.forEach(department -> clients.add(Client.of(department, department, county)));
        // who closes a finding of the audit bureau is not who concluded it, who approves a refund not who checked it,
        // who decides about a violation not who found it
        TWICE.forEach(department -> clients.add(Client.of(department + "-second", department, county)));
        clients.add(Client.of(MOMENTARY, "tax", county));
        clients.add(Client.of(ELSEWHERE, "tax", NOWHERE));
        for (JsonNode township : jurisdiction.path("townships")) {
            String code = township.path("code").asText();
            OF_A_TOWNSHIP.forEach(department -> clients.add(Client.of(department + "-" + code, department, code)));
        }
        for (JsonNode bank : file.path("debit").path("banks")) {
            String code = bank.path("code").asText();
            clients.add(Client.of("bank-" + code.toLowerCase(Locale.ROOT).replace('_', '-'), "bank", code));
        }
        return clients;
    }

    /** Who can log in to the desks: two of every department of the county, two of every township, and two for its villages. */
    List<Person> people() {
        JsonNode jurisdiction = file().path("jurisdiction");
        String county = jurisdiction.path("code").asText();
        List<Person> people = new ArrayList<>();
        OF_THE_COUNTY.stream()
                .filter(department -> !AT_NO_DESK.contains(department))
                .forEach(department -> people.addAll(Person.of(department, "", county)));
        for (JsonNode township : jurisdiction.path("townships")) {
            String code = township.path("code").asText();
            people.addAll(Person.of("township", "-" + code, code));
            people.addAll(Person.of("village", "-" + code, code));
        }
        return people;
    }

    /** Short enough to be typed; Keycloak locks an account against guessing. */
    static String peoplePassword(Secrets secrets) {
        return secrets.password(PEOPLE).substring(0, 12);
    }

    /** The realm as Keycloak imports it. */
    String content(Secrets secrets) {
        try {
            ObjectNode realm = (ObjectNode) JSON.readTree(template.toFile());
            String pattern = JSON.writeValueAsString(realm.path("clients").get(0));
            String desk = JSON.writeValueAsString(realm.path("clients").get(1));
            HashedPassword password = HashedPassword.of(peoplePassword(secrets), secrets.password(SALT));
            String person = with(password, realm.path("users").get(0));
            String administrator = with(password, realm.path("users").get(1));
            ArrayNode clients = realm.putArray("clients");
            clients.add(JSON.readTree(desk.replace("${secret}", secrets.password(DESK))));
            ArrayNode users = realm.putArray("users");
            for (Map.Entry<String, String> each : new TreeMap<>(ADMINISTRATORS).entrySet()) {
                users.add(JSON.readTree(
                        administrator.replace("${role}", each.getKey()).replace("${name}", each.getValue())));
            }
            for (Person each : people()) {
                users.add(JSON.readTree(person.replace("${person}", each.name())
                        .replace("${name}", each.title())
                        .replace("${department}", each.department())
                        .replace("${area}", each.area())));
            }
            for (Client client : clients()) {
                JsonNode entry = JSON.readTree(pattern.replace("${client}", client.id())
                        .replace("${department}", client.department())
                        .replace("${area}", client.area())
                        .replace("${secret}", secrets.password("client." + client.id())));
                if (client.id().equals(MOMENTARY)) {
                    ((ObjectNode) entry.path("attributes")).put("access.token.lifespan", MOMENT_SECONDS);
                }
                clients.add(entry);
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
        } catch (IOException e) {
            throw new UncheckedIOException(template + " is not a realm", e);
        }
    }

    private static String with(HashedPassword password, JsonNode user) throws IOException {
        return JSON.writeValueAsString(user)
                .replace("${hash}", password.hash())
                .replace("${salt}", password.salt())
                .replace("${iterations}", Integer.toString(HashedPassword.ITERATIONS));
    }

    /** The policy with what it takes from the file that it extends. */
    private JsonNode file() {
        try {
            ObjectNode file = read(policy);
            JsonNode jurisdiction = file.path("jurisdiction");
            if (!jurisdiction.path("code").isTextual()
                    || !jurisdiction.path("townships").isArray()) {
                throw new StackProblem(
                        policy + " has no jurisdiction.code (as text) or no jurisdiction.townships",
                        "see deploy/jurisdictions/README.md");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(policy + " is not YAML", e);
        }
    }

    /** Of the parts that are asked for here a file states all, or none. */
    private static ObjectNode read(Path policy) throws IOException {
        JsonNode read = new ObjectMapper(new YAMLFactory()).readTree(policy.toFile());
        ObjectNode file = read instanceof ObjectNode object ? object : JSON.createObjectNode();
        if (file.has("extends")) {
            ObjectNode extended = read(policy.resolveSibling(file.get("extends").asText()));
            extended.fieldNames().forEachRemaining(part -> {
                if (!file.has(part)) {
                    file.set(part, extended.get(part));
                }
            });
        }
        return file;
    }
}
