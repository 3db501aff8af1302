package cn.liangxian.audit.register;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** The limit: the same rows in tables of the same form, written by bare statements in batches of the same size. */
final class RawRegister {

    private static final int BATCH = 1_000;
    private final Handle handle;
    private final int rows;

    RawRegister(Handle handle, int rows) {
        this.handle = handle;
        this.rows = rows;
        for (String table : new String[] {"obligation", "obligation_fact", "arrival", "escalation"}) {
            handle.execute("create table raw_" + table + " (like " + table + " including all)");
        }
    }

    /** Rows per second. */
    double opening() {
        return batches(
                """
                insert into raw_obligation (obligation_id, handoff, owner, receiver, area, scope, clause, assumed, needed,
                    opened, due, started_by, standing)
                select 'reconciliation-entitlement-recorded:MEDICAL:018bb2f0-0000-7000-8000-' || lpad(to_hex(n), 12, '0'),
                    'reconciliation-entitlement-recorded', 'MEDICAL_INSURANCE', 'TAX', '370404', '{"personKey": "018bb2f0"}',
                    'yicheng-2024/五(四)-d', true, 1, date '2023-11-01', date '2023-11-08', gen_random_uuid()::text, 'OPEN'
                    from generate_series(:from, :to) n""",
                facts("OPENED"));
    }

    double meeting() {
        return batches(
                """
                insert into raw_arrival select obligation_id, obligation_id, date '2023-11-09', gen_random_uuid()::text,
                    'REPORTED' from """
                        + some(),
                facts("FULFILLED_LATE"),
                """
                update raw_obligation set standing = 'MET_LATE', met_on = date '2023-11-09', met_by = 'event',
                    manner = 'REPORTED' where obligation_id in (select obligation_id from """
                        + some() + ")");
    }

    /** The whole day in one statement for each table. */
    double sweep(String standing, LocalDate day) {
        long begun = System.nanoTime();
        handle.useTransaction(h -> {
            h.createUpdate(
                            """
                            insert into raw_obligation_fact (obligation_id, happening, on_date, due)
                            select obligation_id, :standing, :day, due from raw_obligation where due = date '2023-11-08'""")
                    .bind("standing", standing)
                    .bind("day", day)
                    .execute();
            h.createUpdate(
                            """
                            insert into raw_escalation select obligation_id, :standing, :day, '{TAX}'
                            from raw_obligation where due = date '2023-11-08'""")
                    .bind("standing", standing)
                    .bind("day", day)
                    .execute();
            h.createUpdate("update raw_obligation set standing = :standing where due = date '2023-11-08'")
                    .bind("standing", standing)
                    .execute();
        });
        return rows / ((System.nanoTime() - begun) / 1e9);
    }

    private double batches(String... statements) {
        long begun = System.nanoTime();
        for (int i = 0; i < rows; i += BATCH) {
            int from = i;
            handle.useTransaction(h -> {
                for (String statement : statements) {
                    h.createUpdate(statement)
                            .bind("from", from)
                            .bind("to", Math.min(from + BATCH, rows) - 1)
                            .execute();
                }
            });
        }
        return rows / ((System.nanoTime() - begun) / 1e9);
    }

    private static String facts(String happening) {
        return "insert into raw_obligation_fact (obligation_id, happening, on_date, due, event_id)"
                + " select obligation_id, '" + happening + "', date '2023-11-01', date '2023-11-08', 'event' from "
                + some();
    }

    private static String some() {
        return "(select 'reconciliation-entitlement-recorded:MEDICAL:018bb2f0-0000-7000-8000-' ||"
                + " lpad(to_hex(n), 12, '0') as obligation_id from generate_series(:from, :to) n) batch";
    }
}
