package cn.liangxian.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root; in a container root is often all there is. */
final class Unprivileged {

    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /**
     * The start of a command line that runs {@code program} without root's identity: as it is for a plain user; for root in
     * a user namespace where it is nobody; where that is forbidden, as user nobody on a {@code folder} given to it.
     */
    static List<String> command(Path program, Path folder) {
        List<String> command = new ArrayList<>();
        if (isRoot(folder)) {
            if (works("unshare", "-U", "true")) {
                command.addAll(List.of("unshare", "-U"));
            } else {
                run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
                command.addAll(List.of(
                        "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all"));
            }
        }
        command.add(program.toString());
        return command;
    }

    /** Runs to the end; what it printed is in the error if it failed. */
    static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed:\n" + printed);
            }
        } catch (IOException e) {
            throw new IllegalStateException(command + " cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean works(String... command) {
        try {
            run(List.of(command));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static boolean isRoot(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "owner", "");
            try {
                return (int) Files.getAttribute(probe, "unix:uid") == 0;
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be written", e);
        }
    }
}
