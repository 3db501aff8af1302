package cn.liangxian.enrollment.household;

import cn.liangxian.enrollment.feed.ListFile;
import cn.liangxian.enrollment.feed.ListLimits;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.Table;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.CopyIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Household data on its way into the register: read row by row into a table that ends with the transaction. */
final class HouseholdStage {

    private HouseholdStage() {}

    /** Returns the number of rows. */
    static int fill(Handle h, HouseholdFeed feed, Predicate<String> knownVillage) {
        h.execute(
                """
                create temporary table household_stage
                    (row int, person_key uuid, id_number text, name text, birth date, sex text, household text,
                     village text, registered_here boolean, resides_here boolean, student boolean,
                     employee_insured boolean, insured_elsewhere boolean, other_pension boolean, insured_in_city boolean,
                     pension_tier bigint,
                     wife_birth date, change text, faults text)
                on commit drop""");
        try (CopyIn copy = new CopyIn(h, "household_stage")) {
            Table table = new Table(
                    HouseholdRow.REQUIRED,
                    HouseholdRow.KNOWN,
                    (number, row) -> write(copy, number, HouseholdRow.read(row, knownVillage, feed.area())));
            ListFile.of(feed.file(), feed.lines())
                    .reader(HouseholdRow.KNOWN, ListLimits.STANDARD)
                    .read(table);
            copy.finish();
            h.execute("analyze household_stage");
            return table.received();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(CopyIn copy, int number, HouseholdRow row) {
        copy.put(number)
                .put(row.idNumber() == null ? null : Uuid7.next())
                .put(row.idNumber())
                .put(row.name())
                .put(row.birth())
                .put(row.sex())
                .put(row.household())
                .put(row.village());
        row.flags().forEach(copy::put);
        copy.put(
                        row.pensionTier() == null
                                ? null
                                : Fen.ofYuan(row.pensionTier()).amount())
                .put(row.wifeBirth())
                .put(row.change())
                .put(RowFault.pack(row.faults()))
                .endRow();
    }
}
