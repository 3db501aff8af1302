package cn.liangxian.journeys.bench;

import cn.liangxian.local.Database;
import cn.liangxian.local.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.WeakHashMap;

/** Connections of a benchmark to a service's database, as its owner. */
final class BenchDatabase {

    private static final Map<Connection, Database> OPENED = new WeakHashMap<>();

    private BenchDatabase() {}

    static Connection owner(Stack stack, String service) throws SQLException {
        Database database = stack.database(service);
        return open(database);
    }

    /** One more connection to the same place. */
    static Connection again(Connection connection) throws SQLException {
        return open(OPENED.get(connection));
    }

    private static Connection open(Database database) throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
        OPENED.put(connection, database);
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
