package cn.liangxian.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The running process of a part, found again through its pid file by any later command. */
final class PartProcess {

    /** Of the fields of proc(5) stat, counted from the state. */
    private static final int STARTED = 19;

    private final ProcessHandle handle;

    private PartProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /** Starts the part so that it outlives this JVM and the terminal. */
    static PartProcess start(Part part, StackPlan plan) {
        List<String> command = new ArrayList<>();
        if (hasSetsid()) {
            command.add("setsid"); // else Ctrl-C in the terminal would end it
        }
        command.addAll(part.command());
        try {
            Files.createDirectories(plan.logs());
            Files.createDirectories(plan.run());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(part.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            part.log(plan.logs()).toFile()));
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(part.environment());
            ProcessHandle handle = builder.start().toHandle();
            Files.writeString(pidFile(plan, part.name()), handle.pid() + "\n" + started(handle) + "\n");
            return new PartProcess(handle);
        } catch (IOException e) {
            throw new UncheckedIOException(part.name() + " cannot be started: " + command, e);
        }
    }

    /** The live process of a part; a pid that now belongs to somebody else does not count. */
    static Optional<PartProcess> running(StackPlan plan, String name) {
        Path file = pidFile(plan, name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(handle -> started(handle).equals(lines.get(1)))
                    .map(PartProcess::new)
                    .filter(PartProcess::alive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty(); // the file was being written when its writer died
        }
    }

    static Path pidFile(StackPlan plan, String name) {
        return plan.run().resolve(name + ".pid");
    }

    long pid() {
        return handle.pid();
    }

    boolean alive() {
        return handle.isAlive() && !zombie();
    }

    /** This process and those it started: PostgreSQL has one for every connection. */
    Stream<ProcessHandle> family() {
        return Stream.concat(Stream.of(handle), handle.descendants());
    }

    /** As a power cut would: no part of it gets to say goodbye. */
    void kill9() {
        List<ProcessHandle> family = family().toList();
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(20);
    }

    /** Asks it to end, and kills it if it does not within {@code seconds}; whether it ended by itself. */
    boolean stop(String signal, int seconds) {
        try {
            // the shell's own kill: the program is not on every machine
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (awaitEnd(seconds)) {
            return true;
        }
        kill9();
        return false;
    }

    private boolean awaitEnd(int seconds) {
        Instant end = Instant.now().plusSeconds(seconds);
        while (alive()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Pause.milliseconds(50);
        }
        return true;
    }

    /** A process that ended but that nobody has asked about: common in containers without an init. */
    private boolean zombie() {
        return stat(handle).filter(fields -> fields[0].equals("Z")).isPresent();
    }

    /**
     * When it started, in ticks since the machine did: the wall clock, by which Java tells it, can be set meanwhile, and
     * another JVM would then not know the process again.
     */
    private static String started(ProcessHandle handle) {
        return stat(handle)
                .map(fields -> fields[STARTED])
                .or(() -> handle.info().startInstant().map(Instant::toString))
                .orElse("unknown");
    }

    /** What the kernel says of a process, from its state on; empty where there is no such file. */
    private static Optional<String[]> stat(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean hasSetsid() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
    }
}
