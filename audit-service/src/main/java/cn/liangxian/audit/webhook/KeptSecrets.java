package cn.liangxian.audit.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Secrets as they lie in the database: AES-GCM under a key that is not there, so that whoever reads the database cannot sign.
 * One that was kept in clear is read as it is, until it is changed.
 */
@ApplicationScoped
class KeptSecrets {

    private static final String SEALED = "sealed:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes in base64 */
    KeptSecrets(@ConfigProperty(name = "liangxian.webhook-key") String key) {
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("liangxian.webhook-key is not 32 bytes");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    String seal(String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        byte[] sealed =
                ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array();
        return SEALED + Base64.getEncoder().encodeToString(sealed);
    }

    String open(String kept) {
        if (!kept.startsWith(SEALED)) {
            return kept;
        }
        ByteBuffer sealed = ByteBuffer.wrap(Base64.getDecoder().decode(kept.substring(SEALED.length())));
        byte[] nonce = new byte[NONCE];
        sealed.get(nonce);
        byte[] text = new byte[sealed.remaining()];
        sealed.get(text);
        return new String(run(Cipher.DECRYPT_MODE, nonce, text), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret of a webhook cannot be read with this key", e);
        }
    }
}
