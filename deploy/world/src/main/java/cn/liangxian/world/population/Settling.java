package cn.liangxian.world.population;

import cn.liangxian.policy.Sex;
import cn.liangxian.world.population.Households.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Fills villages with households; hands out numbers, birthdays and the sequence of each ID number. */
final class Settling {
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final double OMITTED_BY_POLICE = 0.005;

    private final County county;
    private final Chance chance;
    private final SpecialGroups groups;
    private final Habits habits;
    /** How many of each sex were given a number on each day of birth. */
    private final short[][] born;

    private int people;
    private int households;

    Settling(County county, Chance chance) {
        this.county = county;
        this.chance = chance;
        this.groups = new SpecialGroups(county.categories());
        this.habits = new Habits(county);
        this.born = new short[2][(int) (county.lastDay().toEpochDay() - FIRST_BIRTH.toEpochDay()) + 1];
    }

    void settle(Village village, Consumer<Resident> visitor) {
        int left = village.residents();
        while (left > 0) {
            households++;
            Chance household = chance.of("household").of(households);
            List<Member> members = Households.draw(household);
            char family = Names.family(household.of("family"));
            int moving = Math.min(left, members.size());
            LocalDate[] births = births(members, moving);
            for (int i = 0; i < moving; i++) visitor.accept(resident(village, household, members, i, births, family));
            left -= moving;
        }
    }

    private LocalDate[] births(List<Member> members, int moving) {
        LocalDate[] births = new LocalDate[moving];
        for (int i = 0; i < moving; i++)
            births[i] = birth(members.get(i), chance.of("birth").of(people + i + 1L));
        return births;
    }

    private LocalDate birth(Member member, Chance die) {
        if (member.age() == Households.UNBORN) return county.asOf().plusDays(die.between(1, 75));
        return county.asOf().minusYears(member.age()).minusDays(die.below(365) + 1L);
    }

    private Resident resident(
            Village village, Chance household, List<Member> members, int i, LocalDate[] births, char family) {
        Member member = members.get(i);
        Chance die = chance.of("person").of(++people);
        Work work = Work.of(member.age(), die);
        LocalDate wifeBirth = member.wife() >= 0 && member.wife() < births.length ? births[member.wife()] : null;
        List<String> belongs = groups.of(
                member.age(),
                member.sex(),
                household,
                die,
                members.size() == 1,
                member.child(),
                fewChildren(members, i));
        boolean registered = die.of("registered").happens(0.97);
        LocalDate registersOn = registersOn(member, births[i], die);
        return new Resident(
                people,
                idNumber(births[i], member.sex()),
                Names.full(member.child() || member.sex() == Sex.MALE ? family : Names.family(die), die.of("name")),
                households,
                village.code(),
                member.sex(),
                births[i],
                registered,
                !registered || die.of("resides").happens(0.95),
                work.student(),
                work.employeeInsured(),
                work.insuredElsewhere(),
                work.otherPension(),
                county.tiers().wished(belongs, die),
                belongs,
                wifeBirth,
                registersOn,
                habits.of(die, registersOn));
    }

    /** Newborns register some weeks after birth; a few whom the police left out come to the agency in the campaign. */
    private LocalDate registersOn(Member member, LocalDate birth, Chance die) {
        if (member.age() == Households.UNBORN) {
            LocalDate comes = birth.plusDays(die.of("comes").between(7, 21));
            LocalDate first = county.pay().from();
            return comes.isBefore(first) ? first.plusDays(die.of("comes").below(7)) : comes;
        }
        if (!die.of("omitted").happens(OMITTED_BY_POLICE)) return null;
        return county.pay().from().plusDays(die.of("comes").below(40));
    }

    /** A husband or wife with not more than one child at home, she being of the age the notice asks for or near it. */
    private static boolean fewChildren(List<Member> members, int i) {
        if (i > 1 || members.size() < 2 || members.get(0).wife() != 1) return false;
        return members.get(1).age() >= 45
                && members.stream().filter(Member::child).count() <= 1;
    }

    private String idNumber(LocalDate birth, Sex sex) {
        int day = (int) (birth.toEpochDay() - FIRST_BIRTH.toEpochDay());
        int nth = born[sex.ordinal()][day]++;
        if (nth >= 500) throw new IllegalStateException("more than 500 births of one sex on " + birth);
        return IdNumber.of(county.madeUpArea(), birth, 2 * nth + (sex == Sex.MALE ? 1 : 0));
    }
}
