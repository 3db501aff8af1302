package cn.liangxian.audit.index;

import org.jdbi.v3.core.Handle;

/** Counts events exactly without looking at all of them: each batch leaves a mark of how many there are up to it. */
final class Marks {

    private static final String SET =
            """
            insert into event_mark select
                (select max(seq) from event), coalesce((select events from event_mark order by last_seq desc limit 1), 0) + ?""";
    private static final String UP_TO =
            """
            select mark.events + (select count(*) from event where seq > mark.last_seq and seq <= :seq)
            from (select last_seq, events from (select * from event_mark where last_seq <= :seq
                                                order by last_seq desc limit 1) last
                  union all select 0, 0 order by last_seq desc limit 1) mark""";

    private Marks() {}

    /** After {@code added} events were entered, by the one who enters alone. */
    static void set(Handle h, int added) {
        if (added > 0) {
            h.execute(SET, added);
        }
    }

    /** Events up to a place in the index, it included. */
    static long upTo(Handle h, long seq) {
        return h.createQuery(UP_TO).bind("seq", seq).mapTo(Long.class).one();
    }

    /** The last place of the index; 0 when it is empty. */
    static long last(Handle h) {
        return h.createQuery("select coalesce(max(seq), 0) from event")
                .mapTo(Long.class)
                .one();
    }
}
