package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Stack;
import cn.liangxian.local.StackProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/liangxian deadletters}: shows what a service has parked, sends a key again, discards an event. */
@Command(
        name = "deadletters",
        mixinStandardHelpOptions = true,
        description = "Looks at parked handoffs, sends them again or discards them.")
public final class DeadLettersCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "enrollment, collection, ...")
    private String service;

    @ArgGroup
    private Decision decision;

    static final class Decision {
        @ArgGroup(exclusive = false)
        private Resend resend;

        @ArgGroup(exclusive = false)
        private Discard discard;
    }

    static final class Resend {
        @Option(names = "--resend", required = true, paramLabel = "TOPIC", description = "send --key again, in order")
        private String topic;

        @Option(names = "--key", description = "the key that is parked; left out for records without one")
        private String key;
    }

    static final class Discard {
        @Option(names = "--discard", required = true, paramLabel = "ID", description = "take one out of the way")
        private long id;

        @Option(names = "--reason", required = true, description = "why it is not needed; it stays on record")
        private String reason;
    }

    @Override
    public Integer call() {
        if (!ServiceCalls.SERVICES.contains(service)) {
            throw new StackProblem("No service " + service + ".", "choose of " + ServiceCalls.SERVICES);
        }
        Path root = Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
        Stack stack = Stack.recorded(root, System.out::println)
                .orElseThrow(() -> new StackProblem("Nothing runs.", "deploy/liangxian up"));
        ServiceCalls calls = new ServiceCalls(stack, "tax");
        if (decision == null) {
            list(calls);
        } else if (decision.resend != null) {
            resend(calls, decision.resend);
        } else {
            calls.discard(service, decision.discard.id, decision.discard.reason);
            System.out.println("discarded: " + decision.discard.id);
        }
        return 0;
    }

    private void list(ServiceCalls calls) {
        int parked = 0;
        JsonNode letters = calls.get(service, "/dead-letters");
        while (!letters.isEmpty()) {
            letters.forEach(DeadLettersCommand::print);
            parked += letters.size();
            long last = letters.get(letters.size() - 1).get("id").asLong();
            letters = calls.get(service, "/dead-letters?beyond=" + last);
        }
        System.out.println(parked + " parked in " + service);
    }

    private static void print(JsonNode letter) {
        System.out.printf(
                "%d  %s  key %s  %s%s%n",
                letter.get("id").asLong(),
                letter.get("topic").asText(),
                letter.get("key").asText(),
                letter.get("waits").asBoolean() ? "waits: " : "",
                letter.get("reason").asText());
    }

    private void resend(ServiceCalls calls, Resend asked) {
        int events = calls.resend(service, asked.topic, asked.key);
        if (events == 0) {
            throw new StackProblem(
                    "Nothing of key %s is parked under %s in %s.".formatted(asked.key, asked.topic, service),
                    "deploy/liangxian deadletters " + service + " lists what is");
        }
        System.out.println("sent again: " + events);
    }
}
