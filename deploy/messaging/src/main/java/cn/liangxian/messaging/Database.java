package cn.liangxian.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jdbi.v3.core.Jdbi;

/** Access to the service's own database. A handle opened inside a transaction takes part in it. */
@ApplicationScoped
public class Database {

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource source) {
        return Jdbi.create(source);
    }

    /**
     * Whether a failure is one of the infrastructure, which passes, and not of the message or of our rules: connection
     * (class 08), resources (53), shutdown (57P), deadlock and serialization (40), or no connection to be had.
     */
    static boolean passes(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientException) {
                return true;
            }
            if (t instanceof SQLException sql && passingState(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passingState(SQLException sql) {
        String state = sql.getSQLState();
        String message = String.valueOf(sql.getMessage());
        if (state == null) {
            return message.contains("acquisition timeout")
                    || message.contains("Acquisition timeout")
                    || message.contains("closed")
                    || message.contains("Enlisted connection");
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("40");
    }
}
