package cn.liangxian.journeys.bench.peer;

import cn.liangxian.local.ReconcilingPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** DuckDB: one query over the three files, its result a table of a DuckDB file. */
public final class DuckDbReconciling implements ReconcilingPeer {

    private static final String RECONCILE =
            """
            create table difference as
            select coalesce(t.voucher, b.voucher) as voucher, t.person, coalesce(t.fen, 0) as tax, coalesce(b.fen, 0) as treasury,
                coalesce(e.fen, 0) as agency,
                case when t.voucher is null then 'UNKNOWN_TO_TAX' when b.voucher is null then 'MISSING_IN_TREASURY'
                    when t.fen <> b.fen then 'AMOUNT_DIFFERS' else 'NOT_BOOKED_BY_AGENCY' end as kind
            from read_csv('%s', header = false, columns = {kind: 'varchar', id: 'varchar', payment: 'varchar', day: 'date',
                insurance: 'varchar', channel: 'varchar', voucher: 'varchar', fen: 'bigint', person: 'varchar', year: 'int',
                township: 'varchar', due: 'bigint', paid: 'bigint'}) t
            full join read_csv('%s', header = false, columns = {day: 'date', insurance: 'varchar', version: 'int',
                number: 'int', channel: 'varchar', voucher: 'varchar', fen: 'bigint'}) b using (channel, voucher)
            left join read_csv('%s', header = false, columns = {person: 'varchar', fen: 'bigint'}) e on e.person = t.person
            where t.fen is distinct from b.fen or e.person is null""";

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public Reconciled run(Path tax, Path treasury, Path agency) throws Exception {
        Path file = tax.resolveSibling("peer.duckdb");
        Files.deleteIfExists(file);
        long begun = System.nanoTime();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = duck.createStatement()) {
            statement.execute(RECONCILE.formatted(tax, treasury, agency));
            statement.execute("checkpoint");
            double seconds = (System.nanoTime() - begun) / 1e9;
            try (ResultSet count = statement.executeQuery("select count(*) from difference")) {
                count.next();
                return new Reconciled(seconds, count.getInt(1));
            }
        }
    }
}
