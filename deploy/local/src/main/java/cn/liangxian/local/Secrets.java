package cn.liangxian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The passwords and keys of this checkout's stacks: made up when first asked for, kept in a file that only its owner may
 * read, safe when several processes ask at the same time.
 */
final class Secrets {

    private final Path file;
    private final Properties values = new Properties();

    Secrets(Path file) {
        this.file = file;
        read();
    }

    /** 48 characters; Keycloak and the OIDC client want at least 32. */
    String password(String name) {
        return value(name, () -> HexFormat.of().formatHex(random(24)));
    }

    /** The key that seals names and identity numbers between enrollment and collection: 32 bytes in base64. */
    String identityKey() {
        return value("identity-key", () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** The key under which audit keeps the secrets of webhooks: 32 bytes in base64. */
    String webhookKey() {
        return value("webhook-key", () -> Base64.getEncoder().encodeToString(random(32)));
    }

    private synchronized String value(String name, Supplier<String> made) {
        if (!values.containsKey(name)) {
            try {
                Exclusively.under(file.resolveSibling("secrets.lock"), () -> {
                    read(); // somebody else may have been first
                    if (!values.containsKey(name)) {
                        values.put(name, made.get());
                        write();
                    }
                    return values;
                });
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        }
        return values.getProperty(name);
    }

    private void read() {
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write() throws IOException {
        StringBuilder lines = new StringBuilder("# of this machine alone: never commit\n");
        new TreeMap<>(values)
                .forEach((key, value) ->
                        lines.append(key).append('=').append(value).append('\n'));
        Path partial = file.resolveSibling("secrets.partial");
        Folders.writePrivate(partial, lines.toString());
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
