package cn.liangxian.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that waits for the end of its input, which is the end of this JVM however it comes (also {@code kill -9}), and then
 * clears away what this JVM has started.
 */
final class Tether {

    private static final String SERVER =
            """
            trap '' INT HUP TERM
            signal=$1; folder=$2; shift 2
            "$@" </dev/null & server=$!
            cat >/dev/null
            kill -$signal $server; wait $server; rm -rf "$folder"
            """;

    private static final String HOME =
            """
            trap '' INT HUP TERM
            cat >/dev/null
            for file in "$1"/run/*.pid; do read -r pid <"$file" && kill -9 "$pid"; done 2>/dev/null
            sleep 1; rm -rf "$1"
            """;

    private Tether() {}

    /** Runs a server that ends by {@code signal} with this JVM; its folder, which has its log, goes too. */
    static Process server(String signal, Path folder, List<String> server) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SERVER, "tether", signal, folder.toString()));
        command.addAll(server);
        return start(command, folder.resolve("log").toFile());
    }

    /** Kills all parts of a stack and deletes its home, when this JVM ends. */
    static void home(StackPlan plan) {
        start(List.of("sh", "-c", HOME, "tether", plan.home().toString()), new File("/dev/null"));
    }

    private static Process start(List<String> command, File output) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            // holds the process object, and with it the pipe whose end is the signal, for the life of this JVM
            Thread keeper = new Thread(() -> keep(process), "tether");
            keeper.setDaemon(true);
            keeper.start();
            return process;
        } catch (IOException e) {
            throw new IllegalStateException(command + " cannot be started", e);
        }
    }

    private static void keep(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
