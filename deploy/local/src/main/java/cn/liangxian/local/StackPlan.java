package cn.liangxian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What shall run.
 *
 * @param root the checkout
 * @param home where data, logs, pid files and secrets live
 * @param county name of a file in {@code deploy/jurisdictions}, without its ending
 * @param ports who listens where
 * @param extent how much of it
 * @param serviceHeapMb largest heap of each service, in MiB
 * @param tethered true: everything ends with this JVM, however it ends, and {@code home} is deleted
 */
public record StackPlan(
        Path root, Path home, String county, StackPorts ports, Extent extent, int serviceHeapMb, boolean tethered) {

    /** Each needs what comes before it. */
    public enum Extent {
        /** PostgreSQL and the broker. */
        DATA,
        /** And Keycloak. */
        SERVERS,
        /** And the five services. */
        ALL
    }

    /** Enough for a county of 20,000 with few collections of garbage; five services then take about 1.5 GiB. */
    public static final int HEAP_MB = 192;

    /** The one stack of this checkout, which stays until it is taken down. */
    public static StackPlan lasting(Path root, String county, StackPorts ports) {
        return new StackPlan(root, root.resolve(".liangxian"), county, ports, Extent.ALL, HEAP_MB, false);
    }

    /** A stack of its own beside any other, on free ports, gone with this JVM. */
    public static StackPlan passing(Path root, String county) {
        try {
            Path home = Files.createTempDirectory("liangxian-stack-");
            return new StackPlan(root, home, county, StackPorts.free(), Extent.ALL, HEAP_MB, true);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    public StackPlan only(Extent less) {
        return new StackPlan(root, home, county, ports, less, serviceHeapMb, tethered);
    }

    public StackPlan withServiceHeap(int megabytes) {
        return new StackPlan(root, home, county, ports, extent, megabytes, tethered);
    }

    /** Campaigns that show what the inbox is for switch it off by the shell; what lasts has one, whatever the shell says. */
    Map<String, String> inbox() {
        return tethered ? Map.of() : Map.of("LIANGXIAN_INBOX", "on");
    }

    Path policy() {
        return Counties.policy(root, county);
    }

    Path data() {
        return home.resolve("data");
    }

    Path run() {
        return home.resolve("run");
    }

    Path logs() {
        return home.resolve("logs");
    }
}
