package cn.liangxian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who listens on a port, as far as this user may see (Linux). */
final class PortOwner {

    private static final String LISTEN = "0A";

    private PortOwner() {}

    /** Words for a message: the process and its id, or that it cannot be told. */
    static String of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(listening(Path.of(table), port));
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(process -> "process " + process.pid() + " ("
                        + process.info().command().orElse("name unknown") + ")")
                .orElse("a process this user may not look at");
    }

    private static Set<String> listening(Path table, int port) {
        Set<String> inodes = new HashSet<>();
        try {
            for (String line : Files.readAllLines(table)) {
                String[] field = line.trim().split("\\s+");
                if (field.length > 9 && field[3].equals(LISTEN) && field[1].endsWith(":%04X".formatted(port))) {
                    inodes.add("socket:[" + field[9] + "]");
                }
            }
        } catch (IOException e) {
            return inodes; // another operating system
        }
        return inodes;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        if (sockets.isEmpty()) {
            return false;
        }
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.map(PortOwner::target).flatMap(Optional::stream).anyMatch(sockets::contains);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
