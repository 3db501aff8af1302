package cn.liangxian.collection.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StatusesTest {

    @Test
    void statusesSurviveTheirColumn() {
        for (String column : new String[] {"", "TEKUN/2020-01-01/", "DIBAO//2023-12-31,TEKUN/2020-01-01/2023-01-01"}) {
            assertEquals(column, Statuses.read(column).column());
        }
        assertEquals(Statuses.NONE, Statuses.read(null));
    }

    @Test
    void aStatusThatEndsKeepsItsBeginningWhenTheChangeNamesIt() {
        assertEquals("TEKUN/2020-01-01/2023-11-15", changed("TEKUN/2020-01-01/", "TEKUN/2020-01-01/2023-11-15"));
    }

    @Test
    void aStatusThatEndsKeepsItsPastWhenTheChangeNamesALaterBeginning() {
        assertEquals(
                "TEKUN/2020-01-01/2023-10-31,TEKUN/2023-11-01/2023-11-15",
                changed("TEKUN/2020-01-01/", "TEKUN/2023-11-01/2023-11-15"));
    }

    @Test
    void aChangeWithoutBeginningReplacesTheWholeStatus() {
        assertEquals("TEKUN//2023-11-15", changed("TEKUN/2020-01-01/", "TEKUN//2023-11-15"));
    }

    @Test
    void anEarlierPeriodThatHadEndedStaysAsItWas() {
        assertEquals(
                "TEKUN/2020-01-01/2021-12-31,TEKUN/2023-11-01/",
                changed("TEKUN/2020-01-01/2021-12-31", "TEKUN/2023-11-01/"));
    }

    @Test
    void otherCategoriesStayAndTheLastOfSeveralChangesHolds() {
        assertEquals(
                "DIBAO/2019-01-01/,TEKUN/2023-11-01/2023-12-01",
                changed("DIBAO/2019-01-01/", "TEKUN/2023-11-01/,TEKUN/2023-11-01/2023-12-01"));
    }

    @Test
    void theSameChangeTwiceIsOneChange() {
        String change = "TEKUN/2023-11-01/2023-11-15";
        assertEquals(changed("TEKUN/2020-01-01/", change), changed("TEKUN/2020-01-01/", change + "," + change));
    }

    private static String changed(String before, String changes) {
        return Statuses.read(before).changedBy(Statuses.read(changes)).column();
    }
}
