package cn.liangxian.enrollment.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 11643-1999; the numbers are examples of the standard and of test suites, nobody's. */
class IdNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "34052419800101001X"})
    void aNumberWithTheRightCheckDigitIsTaken(String number) {
        assertEquals(number, IdNumber.read(number).number().value());
    }

    @Test
    void theCheckDigitIsVerified() {
        assertEquals(
                IdNumber.Fault.ID_CHECKSUM, IdNumber.read("340524198001010013").fault());
    }

    @Test
    void anyOtherLastDigitIsRefused() {
        for (char last : "0123456789".toCharArray()) {
            assertEquals(
                    IdNumber.Fault.ID_CHECKSUM,
                    IdNumber.read("11010519491231002" + last).fault(),
                    "last digit " + last);
        }
    }

    @Test
    void spacesSmallXAndFullWidthAreForgiven() {
        assertEquals(
                "11010519491231002X",
                IdNumber.read(" 11010519491231002x\u3000").number().value());
        assertEquals(
                "11010519491231002X",
                IdNumber.read("１１０１０５１９４９１２３１００２Ｘ").number().value());
    }

    @Test
    void fifteenDigitsAreExtendedToEighteen() {
        assertEquals(
                "11010519491231002X", IdNumber.read("110105491231002").number().value());
    }

    @Test
    void birthAndSexAreReadFromTheNumber() {
        IdNumber woman = IdNumber.read("11010519491231002X").number();
        assertEquals(LocalDate.of(1949, 12, 31), woman.birth());
        assertEquals(Sex.FEMALE, woman.sex());
        assertEquals(Sex.MALE, IdNumber.read("34052419800101001X").number().sex());
    }

    @Test
    void aPermitOfAForeignerIsTakenWithoutBirthAndSex() {
        IdNumber permit = IdNumber.read("USA110090010101").number();
        assertEquals("USA110090010101", permit.value());
        assertNull(permit.birth());
        assertNull(permit.sex());
    }

    @ParameterizedTest
    @CsvSource({
        "'',ID_MISSING",
        "'   ',ID_MISSING",
        "12345,ID_FORMAT",
        "1101051949123100AB,ID_FORMAT",
        "'11010519491231002X9',ID_FORMAT",
        "1.10105194912310E+17,ID_AS_NUMBER",
        "110105194912310000.0,ID_AS_NUMBER",
        "110105194913310021,ID_BIRTH"
    })
    void whatIsNoNumberHasAFault(String text, IdNumber.Fault fault) {
        assertEquals(fault, IdNumber.read(text).fault());
    }

    @Test
    void aNumberIsNeverPrinted() {
        assertEquals(
                "IdNumber[masked]", IdNumber.read("11010519491231002X").number().toString());
    }
}
