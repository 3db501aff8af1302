package cn.liangxian.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Access to one service's database: the owner migrates it, the application works in it. The application may do only what
 * a migration grants it; by default it may do nothing.
 */
public record Database(String jdbcUrl, String owner, String ownerPassword, String app, String appPassword) {

    void create(Connection superuser, String name) throws SQLException {
        role(superuser, owner, "login password '" + ownerPassword + "'");
        role(superuser, app, "login password '" + appPassword + "'");
        try (Statement statement = superuser.createStatement()) {
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + owner);
            }
            // a service reads only its own database
            statement.execute("revoke connect on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + app);
        }
    }

    void grant(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("grant all on schema public to " + owner);
            statement.execute("grant usage on schema public to " + app);
        }
    }

    private static void role(Connection superuser, String role, String terms) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                statement.execute("create role " + role + " " + terms);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
