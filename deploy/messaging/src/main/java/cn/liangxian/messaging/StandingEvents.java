package cn.liangxian.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads single events again from where they stand: events are facts, and no topic is emptied by age or size. */
@ApplicationScoped
public class StandingEvents {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private final KafkaEnd kafka;

    StandingEvents(KafkaEnd kafka) {
        this.kafka = kafka;
    }

    /** A place on a topic. */
    public record Place(String topic, int partition, long offset) {}

    /** The broker did not give the event of a place within five seconds. */
    public static final class NotRead extends RuntimeException {
        private final transient Place place;

        private NotRead(Place place) {
            super(place + " was not read");
            this.place = place;
        }

        public Place place() {
            return place;
        }
    }

    /** The events at the places, in their order. */
    public List<RawEvent> at(List<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        List<RawEvent> events = new ArrayList<>(places.size());
        try (KafkaConsumer<String, byte[]> reader = kafka.reader()) {
            for (Place place : places) {
                events.add(read(reader, place));
            }
        }
        return events;
    }

    private static RawEvent read(KafkaConsumer<String, byte[]> reader, Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        reader.assign(List.of(partition));
        reader.seek(partition, place.offset());
        List<ConsumerRecord<String, byte[]>> found = reader.poll(LONGEST).records(partition);
        if (found.isEmpty() || found.get(0).offset() != place.offset()) {
            throw new NotRead(place);
        }
        return Inbox.raw(found.get(0));
    }
}
