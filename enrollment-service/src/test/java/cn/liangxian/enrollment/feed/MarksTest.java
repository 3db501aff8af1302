package cn.liangxian.enrollment.feed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {

    private final Marks marks = new Marks(List.of("机密★", "秘密★"));

    @Test
    void theNameOfAFileMayNotBearAMarkEither() {
        for (String name : List.of("机密★名单.csv", "名单（秘密 ★ 一年）.xlsx")) {
            assertEquals(
                    Unreadable.CLASSIFIED,
                    assertThrows(UnreadableListException.class, () -> marks.check(name))
                            .reason());
        }
        assertDoesNotThrow(() -> marks.check("保密承诺人员名单.csv"));
        assertDoesNotThrow(() -> marks.check(null));
    }
}
