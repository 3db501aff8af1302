package cn.liangxian.reconciliation.treasury;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Fen;
import cn.liangxian.reconciliation.treasury.TreasuryReport.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreasuryFileTest {

    private static final List<Row> TWO =
            List.of(new Row("v-1", "WECHAT", Fen.of(38_000)), new Row("v-2", "ALIPAY", Fen.of(-1_050)));

    @Test
    void eachLineIsAnEntryInYuanWhateverHeadsAndSeparatesTheColumns() {
        assertEquals(TWO, TreasuryFile.read("v-1,WECHAT,380\n\nv-2, ALIPAY ,-10.50\n"));
        String file = "\uFEFF凭证号\t渠道\t金额\r\nv-1\tWECHAT\t380.00\r\nv-2\tALIPAY\t-10.50";
        assertEquals(TWO, TreasuryFile.read(file.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), TreasuryFile.read(""));
    }

    @Test
    void whatALineLacksIsLeftOutSoThatTheReportNamesTheLine() {
        assertEquals(
                List.of(new Row("v-1", "WECHAT", null), new Row("v-2", null, null)),
                TreasuryFile.read("v-1,WECHAT,1.234\nv-2"));
    }
}
