package cn.liangxian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and its children take of the machine's memory. */
final class Memory {

    private Memory() {}

    /** In MiB; pages that several processes share are counted once in the sum. Zero where the system does not tell. */
    static long megabytes(PartProcess process) {
        return process.family().mapToLong(each -> kilobytes(each.pid())).sum() / 1024;
    }

    private static long kilobytes(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        long shared = value(folder.resolve("smaps_rollup"), "Pss:");
        return shared > 0 ? shared : value(folder.resolve("status"), "VmRSS:");
    }

    private static long value(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
