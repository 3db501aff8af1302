package cn.liangxian.audit.complaint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a complainant wrote for the holder of a private key that is not in this house: a fresh AES-256 key under
 * RSA-OAEP (SHA-256), then nonce and AES-GCM text. All sealed texts have the same length, so that it tells nothing.
 */
final class SealedComplaint {

    /** Bytes in UTF-8; about 1,300 Chinese characters. */
    static final int LONGEST = 4096;

    private static final int LEAST_BITS = 3072;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedComplaint() {}

    /** @throws IllegalArgumentException when it is no RSA key of at least 3072 bits in X.509 form */
    static RSAPublicKey key(byte[] encoded) {
        try {
            RSAPublicKey key =
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            if (key.getModulus().bitLength() < LEAST_BITS) {
                throw new IllegalArgumentException("fewer than " + LEAST_BITS + " bits");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA public key", e);
        }
    }

    static byte[] seal(RSAPublicKey key, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (plain.length > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " bytes");
        }
        byte[] padded = Arrays.copyOf(plain, LONGEST);
        Arrays.fill(padded, plain.length, LONGEST, (byte) ' ');
        byte[] secret = random(32);
        byte[] nonce = random(NONCE);
        try {
            Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
            wrap.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            sealed.writeBytes(wrap.doFinal(secret));
            sealed.writeBytes(nonce);
            sealed.writeBytes(cipher.doFinal(padded));
            return sealed.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA and AES", e);
        } finally {
            Arrays.fill(padded, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
