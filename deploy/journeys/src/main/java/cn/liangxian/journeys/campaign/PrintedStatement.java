package cn.liangxian.journeys.campaign;

import cn.liangxian.journeys.oracle.Deadlines.Punctuality;
import cn.liangxian.journeys.oracle.Equation;
import cn.liangxian.journeys.oracle.Proved;
import cn.liangxian.journeys.oracle.Statement;
import cn.liangxian.journeys.oracle.Sums;
import java.io.PrintStream;
import java.util.List;

/** The statement as text, Chinese first. Money is printed in yuan. */
final class PrintedStatement {

    private final PrintStream out;

    PrintedStatement(PrintStream out) {
        this.out = out;
    }

    void print(Statement s) {
        title("征缴报表 · statement, " + s.lastDay());
        line("人员", "people on the rosters", String.format("%,d", s.people()));
        s.lists().forEach((grade, count) -> line("名单 " + grade, "lists", String.valueOf(count)));
        line("退回行", "rows that went back", String.valueOf(s.rejectedRows()));
        sums("应缴", "due", s.due());
        sums("缴款人", "paid by whom", s.payers());
        sums("渠道", "by which channel", s.channels());
        sums("未缴", "unpaid", s.unpaid());
        sums("多缴", "surplus", s.surplus());
        sums("已退费", "refunded", s.refunds());
        sums("入库", "in the treasury", s.treasury());
        sums("未销差额", "differences that stand", s.differences());
        sums("曾现差额", "differences ever found", s.differencesEver());
        sums("享受待遇", "entitled", s.entitled());
        sums("红名单", "red list", s.redList());
        line("曾列红名单", "ever on the red list", String.valueOf(s.everRed()));
        sums("申请", "applied for", s.applied());
        sums("拨付", "appropriated", s.appropriated());
        sums("代缴", "paid on behalf", s.proxyPaid());
        sums("资助", "sponsored", s.sponsored());
        sums("退回财政", "returned to finance", s.fundsReturned());
        s.debitLines().forEach((end, lines) -> line("扣款行 " + end, "debit lines", String.format("%,d", lines)));
        s.cash()
                .byName()
                .forEach((end, sum) -> line("现金 " + end, "cash", yuan(sum.fen()) + " 元, " + sum.count() + " 笔"));
        title("时限 · deadlines");
        punctuality("合计 all", s.deadlines());
        s.deadlinesByHandoff().forEach(this::punctuality);
        line("已公示", "publications evidenced", String.valueOf(s.publications()));
        line("投诉举报 / 联合调查", "complaints / jointly investigated", s.complaints() + " / " + s.investigated());
    }

    void equations(List<Equation> equations) {
        title("平衡 · equations");
        for (Equation e : equations) {
            out.printf(
                    "  %s %s  %s = %s  (%s)%n", e.holds() ? "✓" : "✗", e.zh(), yuan(e.left()), yuan(e.right()), e.en());
        }
    }

    void proved(Proved proved) {
        title("受理与事实 · acknowledged %,d: once only %,d, id seen %,d, without a fact %,d"
                .formatted(proved.all(), proved.onceOnly(), proved.idSeen(), proved.withoutFact()));
    }

    void verdicts(List<Verdict> verdicts) {
        title("有意差错与发现 · what the world did wrong, and what was found");
        for (Verdict v : verdicts) {
            out.printf(
                    "  %s %-20s 有意 done %,d   发现 found %,d   另有 besides %,d%n",
                    v.unfound().isEmpty() ? "✓" : "✗",
                    v.kind(),
                    v.done().size(),
                    v.found(),
                    v.besides().size());
        }
    }

    void title(String text) {
        out.printf("%n%s%n", text);
    }

    private void line(String zh, String en, String value) {
        out.printf("  %s (%s): %s%n", zh, en, value);
    }

    private void sums(String zh, String en, Sums sums) {
        if (sums.byName().isEmpty()) {
            return;
        }
        line(zh, en, yuan(sums.fen()) + " 元, " + String.format("%,d", sums.count()) + " 笔");
        if (sums.byName().size() > 1) {
            sums.byName()
                    .forEach((name, sum) -> out.printf("      %-24s %16s  %,8d%n", name, yuan(sum.fen()), sum.count()));
        }
    }

    private void punctuality(String name, Punctuality p) {
        out.printf(
                "  %-44s 按时 on time %,6d   迟 late %,4d   逾期 missed %,4d   未到期 open %,4d%s%s%s%n",
                name,
                p.onTime(),
                p.late(),
                p.missed(),
                p.open(),
                some("零报 zero", p.confirmedZero()),
                some("豁免 waived", p.waived()),
                some("作废 void", p.voided()));
    }

    private static String some(String what, int count) {
        return count == 0 ? "" : String.format("   %s %,d", what, count);
    }

    private static String yuan(long fen) {
        return String.format("%s%,d.%02d", fen < 0 ? "-" : "", Math.abs(fen) / 100, Math.abs(fen) % 100);
    }
}
