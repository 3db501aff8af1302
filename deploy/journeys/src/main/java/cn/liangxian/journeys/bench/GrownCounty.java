package cn.liangxian.journeys.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the database of a small county one of a large county: every row that stands for a resident, a claim, a payment or an
 * event is copied so many times, each copy with keys of its own. What there is once a county, a day or a list stays as it
 * is; so do the sums of those, which no longer fit. For timing alone: foreign keys and triggers are off from then on.
 */
final class GrownCounty {

    /** A table with one of these columns grows with the residents. */
    private static final Set<String> OF_RESIDENTS =
            Set.of("person_key", "claim_no", "payment_id", "id_number", "voucher", "entry_id", "reference", "position");

    /** Keys of what there is once a county or a list, however many residents it has. */
    private static final Set<String> KEPT = Set.of(
            "roster_no",
            "roster_id",
            "list_id",
            "application_id",
            "batch_no",
            "details_id",
            "publication_id",
            "payment_roster_id",
            "payable_roster_id",
            "part_id",
            "roll_id",
            "remittance_id",
            "screening_id",
            "feed_id");

    private static final Set<String> OWN = Set.of(
            "id",
            "number",
            "voucher",
            "serial",
            "sequence",
            "row",
            "reference",
            "position",
            "word",
            "subject",
            "correlation",
            "causation");

    private static final Set<String> NEVER = Set.of("outbox", "inbox", "handled", "dead_letter", "counter");

    private final Connection connection;
    private final int copies;

    /** @param copies how many there shall be of each, the one there is among them */
    GrownCounty(Connection owner, int copies) {
        this.connection = owner;
        this.copies = copies;
    }

    private record Column(String name, String type, boolean given) {}

    /** Rows that there are now. */
    long grow() throws SQLException {
        Map<String, List<Column>> growing = growing();
        BenchDatabase.execute(connection, "set synchronous_commit = off");
        BenchDatabase.execute(connection, "set maintenance_work_mem = '256MB'");
        for (String dropped : strings(
                """
                select format('alter table %I drop constraint %I', conrelid::regclass::text, conname)
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace""")) {
            BenchDatabase.execute(connection, dropped);
        }
        long rows = 0;
        for (Map.Entry<String, List<Column>> table : growing.entrySet()) {
            BenchDatabase.execute(connection, "alter table " + table.getKey() + " disable trigger user");
            List<String> indexes = strings(
                    """
                    select indexrelid::regclass::text || '|' || pg_get_indexdef(indexrelid) from pg_index
                    where indrelid = '%s'::regclass and not indisunique"""
                            .formatted(table.getKey()));
            for (String index : indexes) {
                BenchDatabase.execute(connection, "drop index " + index.substring(0, index.indexOf('|')));
            }
            rows += copy(table.getKey(), table.getValue());
            for (String index : indexes) {
                BenchDatabase.execute(connection, index.substring(index.indexOf('|') + 1));
            }
        }
        BenchDatabase.execute(connection, "vacuum analyze");
        return rows;
    }

    private long copy(String table, List<Column> columns) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            String value = own(column);
            if (column.given() && value == null) {
                continue;
            }
            names.add(column.name());
            values.add(value == null ? column.name() : value);
        }
        String sql = "insert into %s (%s) overriding system value select %s from %s, generate_series(1, %d) as copy"
                .formatted(table, String.join(", ", names), String.join(", ", values), table, copies - 1);
        try (var statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        } catch (SQLException e) {
            throw new SQLException("cannot copy " + table + ": " + e.getMessage(), e);
        }
    }

    /** What the copy has instead; null when it has the same. */
    private static String own(Column column) {
        String name = column.name();
        boolean key = OWN.contains(name)
                || name.matches(".*_(key|id|no)") && !KEPT.contains(name)
                || name.equals("id_number");
        if (!key) {
            return null;
        }
        return switch (column.type()) {
            case "text" -> name + " || '~' || copy";
            case "uuid" -> "md5(" + name + "::text || copy)::uuid";
            case "integer" -> name + " + copy * 1000000";
            case "bigint" -> name + " + copy * 1000000000::bigint";
            default -> null;
        };
    }

    /** The tables that grow, and those that refer to one of them. */
    private Map<String, List<Column>> growing() throws SQLException {
        Map<String, List<Column>> all = new LinkedHashMap<>();
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery(
                        """
                        select relname, attname, format_type(atttypid, null), attidentity <> '' or attgenerated <> ''
                        from pg_class c join pg_attribute a on attrelid = c.oid and attnum > 0 and not attisdropped
                        where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname, attnum""")) {
            while (rows.next()) {
                all.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(new Column(rows.getString(2), rows.getString(3), rows.getBoolean(4)));
            }
        }
        Map<String, Set<String>> referred = new HashMap<>();
        for (String pair : strings(
                """
                select conrelid::regclass || '|' || confrelid::regclass from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace""")) {
            referred.computeIfAbsent(pair.substring(0, pair.indexOf('|')), table -> new HashSet<>())
                    .add(pair.substring(pair.indexOf('|') + 1));
        }
        Set<String> found = new HashSet<>();
        all.forEach((table, columns) -> {
            if (columns.stream().anyMatch(column -> OF_RESIDENTS.contains(column.name()))) {
                found.add(table);
            }
        });
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, Set<String>> each : referred.entrySet()) {
                more |= each.getValue().stream().anyMatch(found::contains) && found.add(each.getKey());
            }
        }
        found.removeAll(NEVER);
        all.keySet().retainAll(found);
        return all;
    }

    private List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
