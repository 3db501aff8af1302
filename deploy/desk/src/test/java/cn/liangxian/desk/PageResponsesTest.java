package cn.liangxian.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.rest.Problem.Violation;
import cn.liangxian.rest.ProblemDetails;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageResponsesTest {

    private final Words words = new Words("of no service");

    @Test
    void aRefusalSaysRowAndFieldInBothLanguages() {
        Violation third = new Violation(3, "amount", "必填", "must be filled in");
        assertEquals(List.of("第3行金额：必填"), said(Language.ZH, third));
        assertEquals(List.of("row 3, amount: must be filled in"), said(Language.EN, third));
    }

    @Test
    void aFieldWithinAnotherHasTheWordOfItsLastName() {
        Violation inner = new Violation(null, "guardian.idNumber", "必填", "must be filled in");
        assertEquals(List.of("身份证号：必填"), said(Language.ZH, inner));
        assertEquals(List.of("ID number: must be filled in"), said(Language.EN, inner));
    }

    @Test
    void aFieldWithoutAWordIsNamedOnlyInEnglish() {
        Violation nameless = new Violation(4, "wifeBirth", "必填", "must be filled in");
        assertEquals(List.of("第4行：必填"), said(Language.ZH, nameless));
        assertEquals(List.of("row 4, wifeBirth: must be filled in"), said(Language.EN, nameless));
        assertEquals(List.of("必填"), said(Language.ZH, new Violation(null, "wifeBirth", "必填", "must be filled in")));
    }

    @Test
    void theDetailComesFirst() {
        ProblemDetails problem = new ProblemDetails(
                "urn:x",
                "请求格式错误",
                "Malformed",
                400,
                "已拒绝",
                "refused",
                "x",
                List.of(new Violation(1, null, "未知", "unknown")));
        assertEquals(
                List.of("refused", "row 1: unknown"), PageResponses.said(problem, Language.EN, words.in(Language.EN)));
    }

    private List<String> said(Language language, Violation error) {
        return PageResponses.said(
                new ProblemDetails("urn:x", "请求格式错误", "Malformed", 400, null, null, "x", List.of(error)),
                language,
                words.in(language));
    }
}
