package cn.liangxian.messaging;

import cn.liangxian.handoff.Handoff;
import java.util.function.Consumer;

/** Lines that stand sealed in the database and are published as a stream, then closed by their header. */
public interface BulkSource {

    /** Name of the stream, unique for ever: the id of the roster. */
    String stream();

    /** Reads the lines numbered {@code first} and following, in order and at most {@code limit}, from a cursor. */
    void read(long first, int limit, Consumer<Line> sink);

    /** Called in the transaction that notes the stream as done: hand over the header here. */
    void published();

    /** One line and its number, 1, 2, ... without gaps. */
    record Line(long number, Handoff handoff) {}
}
