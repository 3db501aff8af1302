package cn.liangxian.world.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Sex;
import cn.liangxian.world.Counties;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.Misdeeds;
import cn.liangxian.world.actor.Diary.Way;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.PaymentHabit;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiaryTest {
    private static final Policy POLICY = Counties.yicheng();
    private static final LocalDate DAY = LocalDate.of(2023, 11, 1);

    private final Records records = new Records(POLICY);

    private Diary diary(Set<Integer> sponsored, Resident... residents) {
        Surroundings around = new Surroundings(
                POLICY, County.of(POLICY), null, null, null, Chance.seeded(1), Misbehaviour.NONE, new Misdeeds());
        return new Diary(around, records, List.of(residents), sponsored);
    }

    private static Resident resident(LocalDate birth, String channel, int tier) {
        return new Resident(
                1,
                "",
                "",
                1,
                "370404001001",
                Sex.FEMALE,
                birth,
                true,
                true,
                false,
                false,
                false,
                false,
                tier,
                List.of(),
                null,
                null,
                new PaymentHabit(channel, DAY));
    }

    private static List<String> said(List<Purse> purses) {
        return purses.stream().map(p -> p.insurance() + " " + p.fen() / 100).toList();
    }

    @Test
    void anAdultBringsBothContributionsOnTheDay() {
        Diary diary = diary(Set.of(), resident(LocalDate.of(1980, 1, 1), "WECHAT", 500));
        assertEquals(List.of("PENSION 500", "MEDICAL 380"), said(diary.purses(DAY, Way.CHANNEL)));
        assertTrue(diary.purses(DAY, Way.AGENT).isEmpty());
        assertTrue(diary.purses(DAY.plusDays(1), Way.CHANNEL).isEmpty());
    }

    @Test
    void whoIsListedForFullAidBringsNothing() {
        Resident resident = resident(LocalDate.of(1980, 1, 1), "WECHAT", 100);
        records.listed(resident, "DIBAO");
        assertEquals(List.of(), said(diary(Set.of(), resident).purses(DAY, Way.CHANNEL)));
    }

    @Test
    void whoWasLeftOutOfTheListPaysTheLowestTierOpenToEverybody() {
        Diary diary = diary(Set.of(), resident(LocalDate.of(1980, 1, 1), "WECHAT", 100));
        assertEquals(List.of("PENSION 350", "MEDICAL 380"), said(diary.purses(DAY, Way.CHANNEL)));
    }

    @Test
    void overTheNetOneWaitsForTheSixtiethBirthdayAndThenPaysHalf() {
        Diary diary = diary(Set.of(), resident(LocalDate.of(1963, 12, 5), "WECHAT", 500));
        assertEquals(List.of("PENSION 500"), said(diary.purses(DAY, Way.CHANNEL)));
        assertEquals(List.of("MEDICAL 190"), said(diary.purses(LocalDate.of(2023, 12, 5), Way.CHANNEL)));
    }

    @Test
    void whoseMedicalContributionIsSponsoredBringsThePensionAlone() {
        Diary diary = diary(Set.of(1), resident(LocalDate.of(1980, 1, 1), "VILLAGE_AGENT", 350));
        List<Purse> purses = diary.purses(DAY, Way.AGENT);
        assertEquals(List.of("PENSION 350"), said(purses));
        assertEquals(Insurance.PENSION, purses.get(0).insurance());
        assertEquals("R-P-1", purses.get(0).voucher("R"));
    }
}
