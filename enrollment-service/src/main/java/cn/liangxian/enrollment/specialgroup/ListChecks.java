package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.feed.RowFault.Kind;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Checks a staged list against itself and the register, all rows at once, and writes what is wrong with which row. */
final class ListChecks {

    private ListChecks() {}

    /** Returns the number of rows with errors. */
    static int run(Handle h, UUID listId, String area) {
        h.createUpdate(
                        """
                        insert into special_group_error (list_id, row, field, code, message, message_en)
                        select :list, s.row, split_part(f, chr(31), 1), split_part(f, chr(31), 2), split_part(f, chr(31), 3),
                            split_part(f, chr(31), 4)
                        from list_stage s cross join lateral string_to_table(s.faults, chr(30)) f
                        where s.faults is not null""")
                .bind("list", listId)
                .execute();
        // the first of several rows stands, the others go back
        against(
                h,
                listId,
                Kind.DUPLICATE_ROW,
                ListedRow.ID,
                """
                select row, '：与第' || first || '行重复' as more, ', as in row ' || first as more_en from (
                    select row, min(row) over (partition by id_number) as first
                    from list_stage where id_number is not null) d
                where row > first""");
        // somebody of another area is as unknown as somebody who is nowhere
        against(
                h,
                listId,
                Kind.UNKNOWN_PERSON,
                ListedRow.ID,
                """
                select s.row, null as more, null as more_en from list_stage s
                left join person p on p.id_number = s.id_number and starts_with(p.village, :area)
                where s.id_number is not null and p.person_key is null""",
                area);
        against(
                h,
                listId,
                Kind.NAME_DIFFERS,
                ListedRow.NAME,
                """
                select s.row, null as more, null as more_en from list_stage s join person p on p.id_number = s.id_number
                where s.name is not null and s.name <> '' and starts_with(p.village, :area)
                  and replace(p.name, ' ', '') <> replace(s.name, ' ', '')""",
                area);
        against(
                h,
                listId,
                Kind.PERSON_DECEASED,
                ListedRow.ID,
                """
                select s.row, null as more, null as more_en from list_stage s join person p on p.id_number = s.id_number
                where p.state = 'DECEASED' and starts_with(p.village, :area)""",
                area);
        return h.createQuery("select count(distinct row) from special_group_error where list_id = :list")
                .bind("list", listId)
                .mapTo(Integer.class)
                .one();
    }

    private static void against(Handle h, UUID listId, Kind kind, String field, String rows) {
        against(h, listId, kind, field, rows, null);
    }

    private static void against(Handle h, UUID listId, Kind kind, String field, String rows, String area) {
        var insert = h.createUpdate("insert into special_group_error (list_id, row, field, code, message, message_en)"
                        + " select :list, r.row, :field, :code, concat(:zh, r.more), concat(:en, r.more_en) from ("
                        + rows
                        + ") r")
                .bind("list", listId)
                .bind("field", field)
                .bind("code", kind.code())
                .bind("zh", kind.zh())
                .bind("en", kind.en());
        if (area != null) {
            insert.bind("area", area);
        }
        insert.execute();
    }
}
