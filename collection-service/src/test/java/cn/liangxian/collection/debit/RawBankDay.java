package cn.liangxian.collection.debit;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The limit: lines out by COPY and encoded, the answer parsed, copied into a stage, and one update. No rule, no payment. */
final class RawBankDay {

    private final Connection connection;

    RawBankDay(Connection connection) throws SQLException {
        this.connection = connection;
        execute("create table raw_line as select * from debit_line");
        execute("alter table raw_line add primary key (batch_no, line_no)");
        execute("create temp table raw_stage (line_no int, code text)");
    }

    void reset() throws SQLException {
        execute("update raw_line set state = 'SENT', result = null, bank_code = null");
        execute("vacuum raw_line");
    }

    /** Seconds for the lines of a batch, out. */
    double out(long batch, Path file) throws SQLException, IOException {
        long begun = System.nanoTime();
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select line_no, opening_bank, account, account_name, amount, payer, agreement_no, insurance"
                                + " from raw_line where batch_no = "
                                + batch + " order by line_no) to stdout (format csv)");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Writer text = new OutputStreamWriter(bytes, BatchFile.GB18030)) {
            byte[] row;
            while ((row = copy.readFromCopy()) != null) {
                text.write(new String(row, StandardCharsets.UTF_8));
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Seconds for the answer, in. */
    double in(long batch, byte[] answer) throws SQLException, XMLStreamException {
        long begun = System.nanoTime();
        StringBuilder rows = new StringBuilder();
        XMLStreamReader xml = AnswerFile.XML.createXMLStreamReader(new ByteArrayInputStream(answer));
        String line = null;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("OriTraNo")) {
                    line = xml.getElementText();
                } else if (xml.getLocalName().equals("Result")) {
                    rows.append(line).append(',').append(xml.getElementText()).append('\n');
                }
            }
        }
        connection.setAutoCommit(false);
        byte[] staged = rows.toString().getBytes(StandardCharsets.UTF_8);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy raw_stage from stdin (format csv)");
        copy.writeToCopy(staged, 0, staged.length);
        copy.endCopy();
        execute(
                "update raw_line l set state = case when s.code = '90000' then 'PAID' else 'FAILED' end, bank_code = s.code,"
                        + " result = case when s.code = '90000' then 'OK' else 'INSUFFICIENT' end from raw_stage s"
                        + " where l.batch_no = " + batch + " and l.line_no = s.line_no");
        execute("truncate raw_stage");
        connection.commit();
        connection.setAutoCommit(true);
        return (System.nanoTime() - begun) / 1e9;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
