package cn.liangxian.handoff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a resident's name and ID number for the way from enrollment to collection (AES-256-GCM). Whoever else reads or
 * replays the topic sees the person key and the sealed text only; the key is held by the two services that may know.
 */
public final class SealedIdentity {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** One for each thread: a roster has a million lines, and finding the algorithm costs as much as using it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(SealedIdentity::cipher);

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param base64Key 32 bytes in Base64. */
    public SealedIdentity(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("the identity key has " + bytes.length + " bytes, it needs 32");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /** Name and number of a resident in clear. */
    public record Identity(String idNumber, String name) {
        @Override
        public String toString() {
            return "Identity[masked]";
        }
    }

    public String seal(Identity identity) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = (identity.idNumber() + "|" + identity.name()).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text, 0, text.length);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** Opens what was sealed with the same key; text that was altered, or sealed with another key, is refused. */
    public Identity open(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        if (bytes.length <= NONCE) {
            throw new IllegalArgumentException("sealed identity is too short");
        }
        byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE);
        String text = new String(
                crypt(Cipher.DECRYPT_MODE, nonce, bytes, NONCE, bytes.length - NONCE), StandardCharsets.UTF_8);
        int bar = text.indexOf('|');
        return new Identity(text.substring(0, bar), text.substring(bar + 1));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, int offset, int length) {
        try {
            Cipher cipher = CIPHERS.get();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text, offset, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealed identity cannot be opened: altered, or another key", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }
}
