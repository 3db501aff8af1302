package cn.liangxian.reconciliation.treasury;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * What the treasury reports of one business date, insurance and account: every entry by voucher, refunds negative.
 *
 * @param version 1 for the first report of the day, then 2, 3, ... for restatements of all of it
 * @param count number of rows and {@code total} their sum, as the treasury declares them
 */
public record TreasuryReport(
        LocalDate date, Insurance insurance, String account, int version, List<Row> rows, int count, Fen total) {

    /** More vouchers than a county books on one day; a report is held in memory while it is checked. */
    static final int MOST_ROWS = 50_000;

    /** Not shorter than any voucher that collection takes. */
    private static final int LONGEST_NAME = 200;

    private static final int MOST_VIOLATIONS = 100;

    /** One entry of the treasury. */
    public record Row(String voucher, String channel, Fen amount) {
        String canonical() {
            return channel + '|' + voucher + '|' + amount.amount();
        }
    }

    String digest() {
        LineDigest digest = new LineDigest();
        rows.forEach(row -> digest.add(row.canonical()));
        return digest.hex();
    }

    /** Refuses a report that is incomplete or that does not agree with what it declares. */
    void check() {
        Problem problem = new Problem(TreasuryProblem.MALFORMED, null);
        require(date != null, problem, null, "date");
        require(insurance != null, problem, null, "insurance");
        require(isName(account), problem, null, "account");
        require(version > 0, problem, null, "version");
        require(rows != null && rows.size() <= MOST_ROWS, problem, null, "rows");
        require(total != null, problem, null, "total");
        for (int i = 0; rows != null && i < rows.size() && problem.violations().size() < MOST_VIOLATIONS; i++) {
            Row row = rows.get(i);
            require(row != null && isName(row.voucher()), problem, i + 1, "voucher");
            require(row != null && isName(row.channel()), problem, i + 1, "channel");
            require(row != null && row.amount() != null && !row.amount().isZero(), problem, i + 1, "amount");
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
        Fen sum = rows.stream().map(Row::amount).reduce(Fen.ZERO, Fen::plus);
        if (rows.size() != count || !sum.equals(total)) {
            throw new Problem(
                    TreasuryProblem.DISAGREES,
                    new Text(
                            "填报" + count + "笔" + total + "元，明细" + rows.size() + "笔" + sum + "元",
                            "declared " + count + " rows, " + total + " yuan; received " + rows.size() + " rows, " + sum
                                    + " yuan"));
        }
    }

    private static boolean isName(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    private static void require(boolean fulfilled, Problem problem, Integer row, String field) {
        if (!fulfilled) {
            problem.at(row, field, new Text("缺失或超出范围", "missing or out of bounds"));
        }
    }
}
