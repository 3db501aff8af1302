package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Stack;
import cn.liangxian.local.StackProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/liangxian deadletters}: shows what a service has parked, and sends a key again. */
@Command(
        name = "deadletters",
        mixinStandardHelpOptions = true,
        description = "Looks at parked handoffs, sends them again.")
public final class DeadLettersCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "enrollment, collection, ...")
    private String service;

    @Option(names = "--resend", paramLabel = "TOPIC", description = "send the parked events of --key again, in order")
    private String topic;

    @Option(names = "--key", description = "the record key that is parked")
    private String key;

    @Override
    public Integer call() {
        Path root = Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
        Stack stack = Stack.recorded(root, System.out::println)
                .orElseThrow(() -> new StackProblem("Nothing runs.", "deploy/liangxian up"));
        ServiceCalls calls = new ServiceCalls(stack, "tax");
        if (topic != null) {
            JsonNode answer = calls.resend(service, topic, key);
            System.out.println("sent again: " + answer.get("events").asInt());
            return 0;
        }
        JsonNode letters = calls.get(service, "/dead-letters");
        letters.forEach(l -> System.out.printf(
                "%d  %s  key %s  %s%s%n",
                l.get("id").asLong(),
                l.get("topic").asText(),
                l.get("key").asText(),
                l.get("waits").asBoolean() ? "waits: " : "",
                l.get("reason").asText()));
        System.out.println(letters.size() + " parked in " + service);
        return 0;
    }
}
