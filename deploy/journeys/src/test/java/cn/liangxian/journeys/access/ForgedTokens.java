package cn.liangxian.journeys.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/**
 * Tokens of the real login, each spoiled in one way.
 *
 * @param wanted what the forger would like to be
 * @param own what the forger really holds
 */
record ForgedTokens(String wanted, String own) {

    private static final String NO_SIGNATURE = "{\"alg\":\"none\",\"typ\":\"JWT\"}";

    /** Named by what is wrong with them. */
    Map<String, String> byFault() {
        String[] theirs = wanted.split("\\.");
        String[] mine = own.split("\\.");
        String unsigned =
                Base64.getUrlEncoder().withoutPadding().encodeToString(NO_SIGNATURE.getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "altered", mine[0] + '.' + theirs[1] + '.' + mine[2],
                "unsigned", unsigned + '.' + theirs[1] + '.',
                "forged", theirs[0] + '.' + theirs[1] + '.' + signed(theirs[0] + '.' + theirs[1]));
    }

    /** By a key of somebody else, under the name of the realm's. */
    private static String signed(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            signature.initSign(generator.generateKeyPair().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
