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
        Set<Integer> found = of("{\"personKey\":\"person-000009\",\"on\":[\"2023-10-21\",\"abcdef\"]}");
        assertEquals(3, found.size());
        assertTrue(found.containsAll(of("person-000009 2023-10-21 abcdef")));
        assertFalse(found.containsAll(of("personKey")));
    }

    @Test
    void aColonAndWhatIsNotAsciiSeparateAndFiveCharactersAreTooShort() {
        assertEquals(of("roster-issued 370404002"), of("roster-issued:370404002:ab-cd"));
        assertEquals(of("voucher7"), of("凭证voucher7号"));
        assertEquals(Set.of(), of("12345 abcde"));
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
