package cn.liangxian.local;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An identity provider with real keys, for a service under test: {@code @QuarkusTestResource(TestRealm.class)}. Every actor
 * holds a token of its own department and area; the other tokens are wrong in one way each.
 */
public final class TestRealm implements QuarkusTestResourceLifecycleManager {

    // Resource and test may stand in two class loaders, so issuer and keys go over system properties
    private static final String ISSUER = "liangxian.test.issuer";
    private static final String KEY = ISSUER + ".key";
    private static final String PUBLISHED = KEY + ".published";
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}";

    /** By issuer, department and area: to sign takes longer than what most tests do with the token. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String issuer = "http://localhost:" + server.getAddress().getPort();
        System.setProperty(ISSUER, issuer);
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer));
        answer("/keys", published());
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", issuer, "quarkus.oidc.tenant-enabled", "true");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** As the login would give it to this department for this area; good for an hour from when it was first asked for. */
    public static String token(String department, String area) {
        return TOKENS.computeIfAbsent(
                System.getProperty(ISSUER) + ' ' + department + ' ' + area,
                who -> sign(claims(department, area, "liangxian", Instant.now().plusSeconds(3600)), key()));
    }

    public static String expired(String department, String area) {
        return sign(claims(department, area, "liangxian", Instant.ofEpochSecond(1_000_000_000)), key());
    }

    public static String ofOtherAudience(String department, String area) {
        return sign(claims(department, area, "somebody-else", Instant.now().plusSeconds(300)), key());
    }

    /** Signed with a key of somebody else, under the name of ours. */
    public static String forged(String department, String area) {
        return sign(
                claims(department, area, "liangxian", Instant.now().plusSeconds(300)),
                newKeys().getPrivate());
    }

    public static String unsigned(String department, String area) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + token(department, area).split("\\.")[1] + ".";
    }

    /** What was signed names a village; the payload says another department. */
    public static String altered(String department, String area) {
        String[] parts = token("VILLAGE", area).split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encoded(payload.replace("VILLAGE", department)) + "." + parts[2];
    }

    private static String claims(String department, String area, String audience, Instant ends) {
        return """
                {"iss":"%s","aud":"%s","sub":"%s","upn":"%s-%s","department":"%s","area":"%s","iat":%d,"exp":%d}"""
                .formatted(
                        System.getProperty(ISSUER),
                        audience,
                        department,
                        department.toLowerCase(Locale.ROOT),
                        area,
                        department,
                        area,
                        Math.min(Instant.now().getEpochSecond(), ends.getEpochSecond()),
                        ends.getEpochSecond());
    }

    private static String sign(String claims, PrivateKey key) {
        String content = encoded(HEADER) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key of this JVM's realms, all of which sign with the same: to make one takes seconds. */
    private static synchronized String published() {
        if (System.getProperty(KEY) == null) {
            KeyPair keys = newKeys();
            System.setProperty(PUBLISHED, jwks((RSAPublicKey) keys.getPublic()));
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        }
        return System.getProperty(PUBLISHED);
    }

    private static PrivateKey key() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String jwks(RSAPublicKey key) {
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return encoded(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
