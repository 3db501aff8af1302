package cn.liangxian.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How every Java process of the stack is started: small, since eight share a machine of 4 GiB. */
final class Jvm {

    private static final int SMALL = 384;

    private Jvm() {}

    /** The command up to the class path, with a largest heap of {@code megabytes}. */
    static List<String> command(int megabytes) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                // files and logs hold Chinese, also where the machine's locale does not
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        if (megabytes <= SMALL) {
            command.add("-XX:TieredStopAtLevel=1"); // the second compiler takes 60 MB and pays only in long runs
        }
        return command;
    }
}
