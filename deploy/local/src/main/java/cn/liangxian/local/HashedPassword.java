package cn.liangxian.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as Keycloak keeps it, by PBKDF2 with HMAC-SHA512. The people of this machine share one password, so it is hashed once;
 * left to the import, hashing it for everybody takes longer than the rest of the import.
 *
 * @param hash Base64
 * @param salt Base64
 */
record HashedPassword(String hash, String salt) {

    /** As many as Keycloak itself takes (OWASP, 2023). */
    static final int ITERATIONS = 210_000;

    private static final int BITS = 512;

    static HashedPassword of(String password, String salt) {
        byte[] salted = salt.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salted, ITERATIONS, BITS))
                    .getEncoded();
            Base64.Encoder encoder = Base64.getEncoder();
            return new HashedPassword(encoder.encodeToString(hash), encoder.encodeToString(salted));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2 with HMAC-SHA512", e);
        }
    }
}
