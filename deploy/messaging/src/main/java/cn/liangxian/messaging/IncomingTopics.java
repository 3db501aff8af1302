package cn.liangxian.messaging;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Which topics this service reads. Asked of the configuration, because the channels themselves open later. */
final class IncomingTopics {

    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\.\"?([^\".]+)\"?\\.connector");
    private final Config config;

    IncomingTopics(Config config) {
        this.config = config;
    }

    /** The declared topics that are read; a channel that reads none of them is refused: nobody would ever fill it. */
    Set<String> among(Set<String> declared) {
        Set<String> read = new TreeSet<>();
        for (String property : config.getPropertyNames()) {
            Matcher channel = CHANNEL.matcher(property);
            if (channel.matches()) {
                Set<String> topics = topics(channel.group(1), declared);
                if (topics.isEmpty()) {
                    throw new IllegalStateException("channel " + channel.group(1)
                            + " reads no topic that the handoffs of this service's dependencies declare");
                }
                read.addAll(topics);
            }
        }
        return read;
    }

    private Set<String> topics(String channel, Set<String> declared) {
        String prefix = "mp.messaging.incoming." + channel + ".";
        String topic = config.getOptionalValue(prefix + "topic", String.class).orElse(channel);
        boolean pattern =
                config.getOptionalValue(prefix + "pattern", Boolean.class).orElse(false);
        Pattern wanted = Pattern.compile(pattern ? topic : Pattern.quote(topic));
        return declared.stream().filter(name -> wanted.matcher(name).matches()).collect(Collectors.toSet());
    }
}
