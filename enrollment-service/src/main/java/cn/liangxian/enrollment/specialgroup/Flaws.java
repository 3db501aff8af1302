package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.feed.Flaw;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.Unreadable;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.rest.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a list or a row of one, as it stands on record, in the language of the page. */
public final class Flaws {

    private static final Map<String, Flaw> BY_CODE = Stream.<Flaw[]>of(
                    RowFault.Kind.values(), IdNumber.Fault.values(), Unreadable.values(), Refusal.values())
            .flatMap(Arrays::stream)
            .collect(Collectors.toUnmodifiableMap(Flaw::code, flaw -> flaw));

    private static final Map<String, String> COLUMNS = Map.of(
            ListedRow.NAME, "name",
            ListedRow.ID, "idNumber",
            ListedRow.FROM, "from",
            ListedRow.UNTIL, "until",
            ListedRow.REMARK, "remark");

    private Flaws() {}

    /** Of a whole list; empty when it was applied. */
    static String said(Desk desk, Text why) {
        return why == null ? "" : desk.language().of(why);
    }

    /** The English on record; what was kept in Chinese alone has it from its code. Null without a flaw. */
    static String english(String code, String kept) {
        return kept != null && !kept.isEmpty() || code == null
                ? kept
                : flaw(code).en();
    }

    /** A fault on record, with its English. */
    public static RowFault kept(RowFault fault) {
        return new RowFault(fault.field(), fault.code(), fault.message(), english(fault.code(), fault.messageEn()));
    }

    /** Of a row, column by column; in Chinese as the file that goes back has it. */
    public static String said(Desk desk, List<RowFault> faults) {
        return faults.stream()
                .map(Flaws::kept)
                .map(fault -> desk.language()
                        .of(
                                fault.field() + "：" + fault.message(),
                                desk.word(COLUMNS.get(fault.field())) + ": " + fault.messageEn()))
                .collect(Collectors.joining(desk.language().of("；", "; ")));
    }

    private static Flaw flaw(String code) {
        Flaw flaw = BY_CODE.get(code);
        if (flaw == null) {
            throw new IllegalArgumentException("no flaw has the code " + code);
        }
        return flaw;
    }
}
