package cn.liangxian.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One broker: its data folder and its ports. Its classes come from {@code deploy/local/target/broker} alone. */
record Broker(Path root, Path data, int port, int controllerPort) {

    static final String READY = "broker ready";

    /** The command that serves this broker in the foreground. */
    List<String> command() {
        Path module = root.resolve("deploy/local/target");
        Path libraries = module.resolve("broker");
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException("No broker in " + libraries + ": build deploy/local first");
        }
        List<String> command = new ArrayList<>(Jvm.command(256));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                module.resolve("classes") + File.pathSeparator + libraries + "/*",
                "cn.liangxian.local.BrokerMain",
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
        return command;
    }
}
