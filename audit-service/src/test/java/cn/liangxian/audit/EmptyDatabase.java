package cn.liangxian.audit;

import cn.liangxian.local.Database;
import cn.liangxian.local.TestServers;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database for one who needs no running service: the tables of audit, and nothing in them. */
public final class EmptyDatabase {

    private EmptyDatabase() {}

    public static Database create() {
        Database database = TestServers.newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
                .placeholders(Map.of("app", database.app()))
                .locations("db/migration")
                .load()
                .migrate();
        return database;
    }
}
