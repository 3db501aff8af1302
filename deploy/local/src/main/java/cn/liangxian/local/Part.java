package cn.liangxian.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One process of the stack, as it is to be run.
 *
 * @param name as on the command line: postgres, broker, keycloak, or a service's name
 * @param port where it listens
 * @param folder where it is run
 * @param command runs it in the foreground
 * @param environment what it gets beside this process's own
 * @param ready whether it does its work now
 */
record Part(
        String name,
        int port,
        Path folder,
        List<String> command,
        Map<String, String> environment,
        BooleanSupplier ready) {

    Path log(Path logs) {
        return logs.resolve(name + ".log");
    }
}
