package cn.liangxian.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.liangxian.handoff.Department;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void aTextInOneLanguageAloneIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Text("已办结", null));
        assertThrows(IllegalArgumentException.class, () -> new Text(" ", "closed"));
    }

    @Test
    void aValueReadsAlikeAndWhereNothingWasGivenThatIsSaid() {
        assertEquals(new Text("370404001", "370404001"), Text.value("370404001"));
        assertEquals(new Text("无", "none"), Text.value(""));
        assertEquals(new Text("无", "none"), Text.departments(List.of()));
    }

    @Test
    void departmentsComeInTheOrderOfTheNotices() {
        assertEquals(
                new Text("会签部门：医保、税务（2023-10-08）", "named are medical insurance agency, tax (2023-10-08)"),
                Text.departments(List.of(Department.TAX, Department.MEDICAL_INSURANCE))
                        .after("会签部门：", "named are ")
                        .with(Text.value("2023-10-08")));
    }
}
