package cn.liangxian.collection.paymentroster;

import cn.liangxian.handoff.LineDigest;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Stage;
import cn.liangxian.policy.Township;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The published lines as a workbook to be printed and hung up: one sheet for each village. */
@ApplicationScoped
class PublicationFile {

    private static final List<String> COLUMNS = List.of("序号", "姓名", "证件号码", "险种", "缴费年度", "缴费状态");
    private static final double[] WIDTHS = {8, 14, 24, 26, 12, 12};
    private static final int HEAD = 3;
    private static final int FLUSHED = 1_000;

    private final PaymentRosters rosters;
    private final Policy policy;

    PublicationFile(PaymentRosters rosters, Policy policy) {
        this.rosters = rosters;
        this.policy = policy;
    }

    /** Only villages of {@code area}; lines are numbered as in the whole roster. */
    @Transactional
    void write(PaymentRoster roster, String area, OutputStream out) throws IOException {
        LineDigest digest = new LineDigest();
        try (Workbook workbook = new Workbook(out, "Liangxian", "1.0")) {
            Sheets sheets = new Sheets(workbook, roster);
            rosters.each(roster, line -> {
                digest.add(line.canonical());
                if (line.village().startsWith(area)) {
                    sheets.add(line);
                }
            });
            sheets.end(area);
            if (!digest.hex().equals(roster.digest())) {
                throw new IllegalStateException("payment roster " + roster.paymentRosterId()
                        + " no longer has the lines that were provided for publication");
            }
        }
    }

    /** The sheets one after the other: lines come in the order of the villages. */
    private final class Sheets {

        private final Workbook workbook;
        private final PaymentRoster roster;
        private String village;
        private Worksheet sheet;
        private int row;

        private Sheets(Workbook workbook, PaymentRoster roster) {
            this.workbook = workbook;
            this.roster = roster;
        }

        private void add(PublishedLine line) {
            try {
                if (!line.village().equals(village)) {
                    close();
                    begin(line.village());
                }
                sheet.value(row, 0, line.number());
                sheet.value(row, 1, line.maskedName());
                sheet.value(row, 2, line.maskedIdNumber());
                sheet.value(row, 3, line.insurance().zh());
                sheet.value(row, 4, line.feeYear());
                sheet.value(row, 5, "已缴费");
                if (++row % FLUSHED == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void begin(String code) {
            village = code;
            sheet = workbook.newWorksheet(code);
            sheet.paperSize(PaperSize.A4_PAPER);
            sheet.repeatRows(0, HEAD - 1);
            Stage stage = policy.campaign().stage("publish");
            String township = policy.jurisdiction()
                    .township(roster.township())
                    .map(Township::name)
                    .orElse(roster.township());
            sheet.value(0, 0, township + " " + code + " " + roster.feeYear() + "年度城乡居民两险缴费公示");
            sheet.value(
                    1,
                    0,
                    "公示期：" + stage.from() + " 至 " + stage.to() + "。第" + roster.version()
                            + "版。对公示内容有异议的，请在公示期内凭序号或缴费凭证号向镇（街道）提出。");
            for (int c = 0; c < COLUMNS.size(); c++) {
                sheet.value(HEAD - 1, c, COLUMNS.get(c));
                sheet.width(c, WIDTHS[c]);
            }
            sheet.range(HEAD - 1, 0, HEAD - 1, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .set();
            row = HEAD;
        }

        private void close() throws IOException {
            if (sheet != null) {
                sheet.finish();
            }
        }

        /** A workbook must have a sheet, also where nobody has paid. */
        private void end(String area) throws IOException {
            if (sheet == null) {
                begin(area);
            }
            close();
        }
    }
}
