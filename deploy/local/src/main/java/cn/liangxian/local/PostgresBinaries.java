package cn.liangxian.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the Maven artifact for this machine. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The unpacked folder below {@code cache}; safe when several processes, or threads of one, ask at the same time. */
    static Path in(Path cache) {
        try {
            return Exclusively.under(cache.resolve("postgres.lock"), () -> {
                Path unpacked = cache.resolve("postgres-" + fingerprint());
                if (!Files.exists(unpacked)) {
                    Path partial = Files.createTempDirectory(cache, "postgres-");
                    unpack(partial);
                    Files.setPosixFilePermissions(partial, permissions(true));
                    // appears whole or not at all
                    Files.move(partial, unpacked, StandardCopyOption.ATOMIC_MOVE);
                }
                return unpacked;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked to " + cache, e);
        }
    }

    /** Of the packed programs: another version is another folder. */
    private static String fingerprint() throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream packed = packed()) {
            sum.update(packed.readAllBytes());
        }
        return architecture() + "-" + Long.toHexString(sum.getValue());
    }

    private static InputStream packed() throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
    }

    private static void unpack(Path to) throws IOException {
        try (InputStream packed = packed();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) {
                    throw new IOException("Archive entry leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(file, permissions((entry.getMode() & 0100) != 0));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> set = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            set.add(PosixFilePermission.OWNER_EXECUTE);
            set.add(PosixFilePermission.GROUP_EXECUTE);
            set.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return set;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name.equals("aarch64") ? "arm_64" : name;
    }
}
