package cn.liangxian.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @Test
    void yuanAreTakenAsPagesShowThemAndKeptInFen() {
        assertEquals(Fen.of(123_450), Typed.yuan(" 1,234.50 "));
        assertEquals(Fen.of(-5), Typed.yuan("-0.05"));
        assertEquals(Fen.of(38_000), Typed.yuan("380"));
        assertEquals(Fen.of(123_450), Typed.yuan("1，234.5"));
        assertEquals(Fen.of(99_999_999_999_999L), Typed.yuan("999,999,999,999.99"));
        assertNull(Typed.yuan(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.005", "12 yuan", "1e3", "1e400", "--1", "1000000000000", "١٢", "."})
    void whatIsNoAmountIsRefused(String typed) {
        assertThrows(Problem.class, () -> Typed.yuan(typed));
    }

    @Test
    void aCountIsWholeAndNotNegative() {
        assertEquals(0, Typed.count("0"));
        assertNull(Typed.count(""));
        assertThrows(Problem.class, () -> Typed.count("-1"));
        assertThrows(Problem.class, () -> Typed.count("2.5"));
        assertThrows(Problem.class, () -> Typed.count("4294967295"));
    }
}
