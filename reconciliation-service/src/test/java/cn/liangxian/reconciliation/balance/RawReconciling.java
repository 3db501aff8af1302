package cn.liangxian.reconciliation.balance;

import cn.liangxian.reconciliation.balance.ReconcileSpeed.Sides;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The limit: the same three files by COPY into bare tables, and one full join that keeps what differs. */
final class RawReconciling {

    private static final String JOIN =
            """
            insert into raw_difference
            select coalesce(t.voucher, b.voucher), t.person, coalesce(t.fen, 0), coalesce(b.fen, 0), coalesce(e.fen, 0),
                case when t.voucher is null then 'UNKNOWN_TO_TAX' when b.voucher is null then 'MISSING_IN_TREASURY'
                    when t.fen <> b.fen then 'AMOUNT_DIFFERS' else 'NOT_BOOKED_BY_AGENCY' end
            from raw_tax t full join raw_treasury b using (channel, voucher) left join raw_agency e on e.person = t.person
            where t.fen is distinct from b.fen or e.person is null""";

    private final Connection connection;

    RawReconciling(Connection connection) throws SQLException {
        this.connection = connection;
        execute(
                """
                create table raw_tax (kind text, id text, payment text, day date, insurance text, channel text, voucher text,
                    fen bigint, person text, year int, township text, due bigint, paid bigint);
                create table raw_treasury (day date, insurance text, version int, number int, channel text, voucher text,
                    fen bigint);
                create table raw_agency (person text, fen bigint);
                create table raw_difference (voucher text, person text, tax bigint, treasury bigint, agency bigint, kind text)""");
    }

    double run(Sides sides) throws SQLException, IOException {
        execute("truncate raw_tax, raw_treasury, raw_agency, raw_difference");
        long begun = System.nanoTime();
        connection.setAutoCommit(false);
        copy("raw_tax", sides.tax());
        copy("raw_treasury", sides.treasury());
        copy("raw_agency", sides.agency());
        execute(JOIN);
        connection.commit();
        connection.setAutoCommit(true);
        return (System.nanoTime() - begun) / 1e9;
    }

    long differences() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from raw_difference")) {
            count.next();
            return count.getLong(1);
        }
    }

    void copy(String table, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv)", in, 1 << 16);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
