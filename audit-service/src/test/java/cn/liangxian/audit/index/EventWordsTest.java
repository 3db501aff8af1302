package cn.liangxian.audit.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private final EventWords words = new EventWords();

    @Test
    void valuesAreWordsAndNamesOfFieldsAreNot() {
        Set<Integer> found = of("{\"personKey\":\"person-000009\",\"field-1\":[\"batch-2\",\"abcde7\"]}");
        assertEquals(3, found.size());
        assertTrue(found.containsAll(of("person-000009 batch-2 abcde7")));
        assertFalse(found.containsAll(of("field-1")));
    }

    @Test
    void aColonAndWhatIsNotAsciiSeparateAndFiveCharactersAreTooShort() {
        assertEquals(of("roster-issued 370404002"), of("roster-issued:370404002:ab-cd"));
        assertEquals(of("voucher7"), of("凭证voucher7号"));
        assertEquals(Set.of(), of("12345 abcd5"));
    }

    @Test
    void datesAndWordsWithoutADigitAreInTooManyEvents() {
        assertEquals(Set.of(), of("2023-10-21 MEDICAL contribution-paid"));
        assertEquals(1, of("2023-10-21T").size());
    }

    @Test
    void theSubjectCountsAndAnEmptyEventHasNone() {
        assertEquals(of("person-000009"), words.of("person-000009", null));
        assertEquals("{}", words.array(null, null));
    }

    private Set<Integer> of(String text) {
        return words.of(null, text.getBytes(StandardCharsets.UTF_8));
    }
}
