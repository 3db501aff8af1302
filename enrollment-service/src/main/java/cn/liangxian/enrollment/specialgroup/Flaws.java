package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.feed.Flaw;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.Unreadable;
import cn.liangxian.enrollment.person.IdNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a list, by the codes on record, in the language of the page. */
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

    /** Of a whole list; empty when it has none. */
    static String said(Desk desk, String code) {
        return code == null
                ? ""
                : desk.language().of(flaw(code).zh(), flaw(code).en());
    }

    /** What a flaw with this code is in English, beside the Chinese message on record. */
    public static String english(String code) {
        return flaw(code).en();
    }

    /** Of a row, column by column; in Chinese as the file that goes back has it. */
    public static String said(Desk desk, List<RowFault> faults) {
        return faults.stream()
                .map(fault -> desk.language()
                        .of(
                                fault.field() + "：" + fault.message(),
                                desk.word(COLUMNS.get(fault.field())) + ": "
                                        + flaw(fault.code()).en()))
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
