package cn.liangxian.local;

import cn.liangxian.local.StackPlan.Extent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What was started last, so that the next command finds it; held by one command at a time. */
final class StackRecord implements AutoCloseable {

    private final StackPlan plan;
    private final FileChannel lock;

    private StackRecord(StackPlan plan, FileChannel lock) {
        this.plan = plan;
        this.lock = lock;
    }

    static StackRecord exclusive(StackPlan plan) {
        try {
            Files.createDirectories(plan.run());
            FileChannel lock =
                    FileChannel.open(plan.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new StackProblem("Another command is starting or stopping this stack", "wait until it is done");
            }
            return new StackRecord(plan, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plan of the lasting stack of this checkout. */
    static Optional<StackPlan> read(Path root) {
        Path file = file(root.resolve(".liangxian/run"));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StackPlan plan = StackPlan.lasting(root, properties.getProperty("county"), StackPorts.of(properties))
                .withServiceHeap(Integer.parseInt(properties.getProperty("heap")));
        return Optional.of(plan.only(Extent.valueOf(properties.getProperty("extent", Extent.ALL.name()))));
    }

    /** A second county or other ports beside running parts would leave two halves of two stacks. */
    void refuseOther() {
        if (plan.tethered()) {
            return;
        }
        read(plan.root())
                .filter(old ->
                        !old.county().equals(plan.county()) || !old.ports().equals(plan.ports()))
                .filter(old -> old.ports().byName().keySet().stream()
                        .anyMatch(name -> PartProcess.running(old, name).isPresent()))
                .ifPresent(old -> {
                    throw new StackProblem(
                            "The stack runs for " + old.county() + " on ports "
                                    + old.ports().byName(),
                            "`deploy/liangxian down` first");
                });
    }

    void write() {
        TreeMap<String, Object> values = new TreeMap<>();
        values.put("county", plan.county());
        values.put("extent", plan.extent());
        values.put("heap", plan.serviceHeapMb());
        plan.ports().byName().forEach((name, port) -> values.put("port." + name, port));
        StringBuilder lines = new StringBuilder();
        values.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        try {
            Files.writeString(file(plan.run()), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file(plan.run()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path run) {
        return run.resolve("stack.properties");
    }
}
