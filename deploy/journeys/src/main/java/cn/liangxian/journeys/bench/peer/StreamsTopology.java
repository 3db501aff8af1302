package cn.liangxian.journeys.bench.peer;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Tax and treasury joined by voucher, the agency's booking looked up by the person. The output says of a voucher
 * {@code kind,voucher,person,tax,treasury,booked}; what it says with the person holds, the last of it.
 */
final class StreamsTopology {

    static final String NONE = "-";

    private StreamsTopology() {}

    /** Topics: {@code prefix-tax} voucher to person,fen; {@code -treasury} voucher to fen; {@code -agency} person to fen. */
    static Topology of(String prefix, int partitions) {
        StreamsBuilder streams = new StreamsBuilder();
        Consumed<String, String> texts = Consumed.with(Serdes.String(), Serdes.String());
        KTable<String, String> tax = streams.table(prefix + "-tax", texts);
        KTable<String, String> treasury = streams.table(prefix + "-treasury", texts);
        KTable<String, String> agency = streams.table(prefix + "-agency", texts);
        // person,voucher,tax fen,treasury fen; what the tax office does not know stays with its voucher
        KTable<String, String> byPerson = tax.outerJoin(treasury, StreamsTopology::sides)
                .toStream()
                .map((voucher, sides) -> new KeyValue<>(
                        sides.startsWith(",") ? voucher : sides.substring(0, sides.indexOf(',')),
                        voucher + "," + sides))
                .repartition(Repartitioned.<String, String>as("by-person")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.String())
                        .withNumberOfPartitions(partitions))
                .toTable();
        byPerson.leftJoin(agency, StreamsTopology::kind)
                .toStream()
                .to(prefix + "-difference", Produced.with(Serdes.String(), Serdes.String()));
        return streams.build();
    }

    /** person,tax,treasury with 0 for a side that is missing. */
    private static String sides(String tax, String treasury) {
        return (tax == null ? ",0" : tax) + "," + (treasury == null ? "0" : treasury);
    }

    private static String kind(String sides, String booked) {
        String[] parts = sides.split(",", -1);
        String kind = parts[1].isEmpty()
                ? "UNKNOWN_TO_TAX"
                : parts[3].equals("0")
                        ? "MISSING_IN_TREASURY"
                        : !parts[2].equals(parts[3])
                                ? "AMOUNT_DIFFERS"
                                : booked == null ? "NOT_BOOKED_BY_AGENCY" : NONE;
        return kind + "," + sides + "," + booked;
    }
}
