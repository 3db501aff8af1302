package cn.liangxian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The passwords and keys of one stack: made up when first asked for, kept in a file that only its owner may read. */
final class Secrets {

    private final Path file;
    private final Properties values = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** 48 characters; Keycloak and the OIDC client want at least 32. */
    String password(String name) {
        return value(name, () -> HexFormat.of().formatHex(random(24)));
    }

    /** The key that turns an identity number into a person key: 32 bytes in base64. */
    String identityKey() {
        return value("identity-key", () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** What the file must hold for the stack as it stands: writes what was made up since. */
    synchronized void save() {
        try {
            Files.createDirectories(file.getParent());
            Path partial = Files.createTempFile(
                    file.getParent(),
                    "secrets",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            StringBuilder lines = new StringBuilder("# of this machine alone: never commit\n");
            new TreeMap<>(values)
                    .forEach((key, value) ->
                            lines.append(key).append('=').append(value).append('\n'));
            Files.writeString(partial, lines);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private synchronized String value(String name, Supplier<String> made) {
        return (String) values.computeIfAbsent(name, key -> made.get());
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
