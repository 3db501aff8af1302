package cn.liangxian.world.population;

import cn.liangxian.policy.Sex;
import java.util.ArrayList;
import java.util.List;

/** Draws households: who lives together, how old, and who is married to whom. Their mix makes the age pyramid. */
final class Households {
    private static final int LONE_ELDER = 0;
    private static final int ELDER_COUPLE = 1;
    private static final int YOUNG_FAMILY = 2;
    private static final int THREE_GENERATIONS = 3;
    private static final int EMPTY_NEST = 4;

    private Households() {}

    /** One to be born: the age of a child that comes in the course of the campaign. */
    static final int UNBORN = -1;

    /**
     * @param age in completed years, or {@link #UNBORN}
     * @param wife index of the wife in the same household, -1 without
     * @param child whether the member is a child of the household's couple
     */
    record Member(int age, Sex sex, int wife, boolean child) {}

    static List<Member> draw(Chance chance) {
        List<Member> members = new ArrayList<>(6);
        int kind = chance.of("kind").weighted(8, 13, 34, 25, 14, 6);
        Chance ages = chance.of("ages");
        switch (kind) {
            case LONE_ELDER -> members.add(single(ages, 60, 95));
            case ELDER_COUPLE -> couple(members, ages, 58, 86);
            case YOUNG_FAMILY -> {
                couple(members, ages, 25, 50);
                children(members, chance, members.get(1).age());
            }
            case THREE_GENERATIONS -> {
                couple(members, ages, 28, 50);
                int mother = members.get(1).age();
                children(members, chance, mother);
                grandparents(members, ages, mother + 24);
            }
            case EMPTY_NEST -> couple(members, ages, 45, 62);
            default -> members.add(single(ages, 18, 55));
        }
        return members;
    }

    private static Member single(Chance ages, int low, int high) {
        // the older, the fewer: the lower of two throws
        int age = Math.min(ages.of(1).between(low, high), ages.of(2).between(low, high));
        boolean woman = ages.of(3).happens(low >= 60 ? 0.62 : 0.48);
        return new Member(age, woman ? Sex.FEMALE : Sex.MALE, -1, false);
    }

    private static void couple(List<Member> members, Chance ages, int low, int high) {
        int wife = Math.min(ages.of(1).between(low, high), ages.of(2).between(low, high + (high - low) / 2));
        int husband = Math.max(low, wife + ages.of(3).between(-1, 4));
        members.add(new Member(husband, Sex.MALE, members.size() + 1, false));
        members.add(new Member(wife, Sex.FEMALE, -1, false));
    }

    private static void grandparents(List<Member> members, Chance ages, int age) {
        int grandmother = Math.min(96, age + ages.of(4).below(5));
        if (ages.of(5).happens(0.6)) {
            members.add(new Member(grandmother + 1, Sex.MALE, members.size() + 1, false));
        }
        members.add(new Member(grandmother, Sex.FEMALE, -1, false));
    }

    private static void children(List<Member> members, Chance chance, int mother) {
        int count = chance.of("children").weighted(8, 45, 38, 9);
        for (int i = 0; i < count; i++) {
            Chance child = chance.of("child").of(i);
            int age = mother - child.of(1).between(22, 29) - 2 * i;
            if (age < 0) {
                if (age < -3 || child.of(2).happens(0.8)) continue;
                age = UNBORN;
            }
            members.add(new Member(age, child.of(3).happens(0.48) ? Sex.FEMALE : Sex.MALE, -1, true));
        }
    }
}
