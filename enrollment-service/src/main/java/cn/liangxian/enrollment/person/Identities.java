package cn.liangxian.enrollment.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The special statuses of residents, as periods per category that do not overlap. A newer statement about a time replaces
 * the older one; the earliest known beginning of a running status stays.
 */
public final class Identities {

    private Identities() {}

    private static final String REPLACE =
            """
            with stated as (%s),
            overlapping as (
                delete from identity i using stated s
                where i.person_key = s.person_key and i.category = :category
                  and daterange(i.valid_from, i.valid_until, '[]') && daterange(s.valid_from, s.valid_until, '[]')
                returning i.person_key, i.valid_from)
            insert into identity (person_key, category, valid_from, valid_until)
            select s.person_key, :category, least(s.valid_from, min(o.valid_from)), s.valid_until
            from stated s left join overlapping o on o.person_key = s.person_key
            group by s.person_key, s.valid_from, s.valid_until""";

    /** Takes over what an accepted list states. */
    public static void fromList(Handle h, UUID listId, String category) {
        h.createUpdate(REPLACE.formatted(
                        "select person_key, valid_from, valid_until from special_group_member where list_id = :list"))
                .bind("list", listId)
                .bind("category", category)
                .execute();
    }

    /** Takes over one statement; {@code until} null: no end is known. */
    public static void state(Handle h, UUID personKey, String category, LocalDate from, LocalDate until) {
        h.createUpdate(
                        REPLACE.formatted(
                                """
                        select cast(:person as uuid) as person_key, cast(:from as date) as valid_from,
                               cast(:until as date) as valid_until"""))
                .bind("person", personKey)
                .bind("category", category)
                .bind("from", from)
                .bind("until", until)
                .execute();
    }
}
