package cn.liangxian.collection.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Fen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalAmountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "38000, 叁佰捌拾元整",
        "50000, 伍佰元整",
        "10005, 壹佰元零伍分",
        "10050, 壹佰元伍角整",
        "10055, 壹佰元伍角伍分",
        "5, 伍分",
        "100100, 壹仟零壹元整",
        "1000500, 壹万零伍元整",
        "12034000, 壹拾贰万零叁佰肆拾元整",
        "800000000, 捌佰万元整",
        "10000000100, 壹亿零壹元整"
    })
    void anAmountIsWrittenInCapitals(long fen, String capitals) {
        assertEquals(capitals, CapitalAmount.of(Fen.of(fen)));
    }
}
