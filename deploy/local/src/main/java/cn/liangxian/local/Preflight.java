package cn.liangxian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What would make a start fail half-way, found before anything is started. */
final class Preflight {

    private static final long GIBIBYTE = 1024L * 1024 * 1024;

    private Preflight() {}

    static void check(StackPlan plan, List<String> names) {
        checkDisk(plan);
        for (String name : names) {
            if (PartProcess.running(plan, name).isEmpty()) {
                checkPort(plan, name, name);
                if (name.equals("broker")) {
                    checkPort(plan, name, "controller");
                }
            }
        }
    }

    private static void checkDisk(StackPlan plan) {
        try {
            Files.createDirectories(plan.home());
            refuseLack(Files.getFileStore(plan.home()).getUsableSpace(), plan.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A disk that fills up in mid-campaign stops the broker and PostgreSQL at once. */
    static void refuseLack(long free, Path where) {
        if (free < 2 * GIBIBYTE) {
            throw new StackProblem(
                    "Only %.1f GiB free where %s is; a campaign needs 2".formatted((double) free / GIBIBYTE, where),
                    "make room, or `deploy/liangxian reset` to wipe the data of earlier campaigns");
        }
    }

    private static void checkPort(StackPlan plan, String name, String portName) {
        int port = plan.ports().port(portName);
        if (Ports.taken(port)) {
            throw new StackProblem(
                    "Port %d, which %s needs, is used by %s".formatted(port, name, PortOwner.of(port)),
                    "stop that process, or use other ports: `deploy/liangxian up --port-base 20000`, or for this one"
                            + " LIANGXIAN_PORT_" + portName.toUpperCase(Locale.ROOT) + "=<port>");
        }
    }
}
