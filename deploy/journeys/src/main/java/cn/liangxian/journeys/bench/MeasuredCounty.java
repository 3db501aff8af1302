package cn.liangxian.journeys.bench;

import cn.liangxian.local.Counties;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** In which county a measurement runs. */
final class MeasuredCounty {

    @Option(names = "--county", description = "default: whose data is here, else the only one there is")
    private String named;

    Path root() {
        return Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
    }

    String name() {
        return Counties.meant(root(), named);
    }

    Path policy() {
        return Counties.policy(root(), name());
    }
}
