package cn.liangxian.collection.payableroster;

import cn.liangxian.handoff.LineDigest;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes the lines of a payable roster as a file, streaming. */
@ApplicationScoped
class PayableRosterFile {

    private final PayableRosters rosters;
    private final RosterRows rows;

    PayableRosterFile(PayableRosters rosters, RosterRows rows) {
        this.rosters = rosters;
        this.rows = rows;
    }

    /** Only lines of {@code area}, numbered as in the whole. */
    @Transactional
    void write(UUID roster, String area, OutputStream out) throws IOException {
        LineDigest digest = new LineDigest();
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        // spreadsheet programs take UTF-8 for what it is only with this mark
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord("序号", "村居", "姓名", "证件号码", "险种", "应缴金额(元)", "个人缴纳(元)", "代缴(元)");
        rows.read(rosters.mark(roster), row -> {
            digest.add(row.canonical());
            if (row.village().startsWith(area)) {
                csv.writeRecord(
                        Integer.toString(row.number()),
                        row.village(),
                        row.maskedName(),
                        row.maskedIdNumber(),
                        row.insurance().zh(),
                        row.due().yuan(),
                        row.own().yuan(),
                        row.onBehalf().yuan());
            }
        });
        String sealed = rosters.find(roster).orElseThrow().digest();
        if (!sealed.equals(digest.hex())) {
            throw new IllegalStateException("payable roster " + roster + " no longer has the lines that were reviewed");
        }
        csv.flush();
    }
}
