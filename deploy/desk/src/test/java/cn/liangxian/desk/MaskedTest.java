package cn.liangxian.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void ofANameTheFirstCharacterStays() {
        assertEquals("测***", Masked.name("测试居民"));
        assertEquals("测", Masked.name("测"));
        assertEquals("𠮷*", Masked.name("𠮷野"));
        assertEquals("", Masked.name(""));
    }

    @Test
    void ofANumberTheFirstSixAndTheLastFourStayAndOfAShortOneLess() {
        assertEquals("370404********001X", Masked.idNumber("37040419900305001X"));
        assertEquals("H1*****", Masked.idNumber("H123456"));
    }

    @Test
    void ofAnAccountTheLastFourDigitsStay() {
        assertEquals("***************1234", Masked.account("6210980000000001234"));
        assertEquals("12", Masked.account("12"));
    }
}
