package cn.liangxian.world.population;

import cn.liangxian.policy.Category;
import cn.liangxian.policy.Sex;
import java.util.ArrayList;
import java.util.List;

/** Who belongs to which special group, at plausible rates per household or person. */
final class SpecialGroups {
    private final List<String> codes;

    SpecialGroups(List<Category> categories) {
        codes = categories.stream().map(Category::code).toList();
    }

    /**
     * @param household the die of the household, so that what holds for a household holds for all its members
     * @param alone whether the household is that one person
     * @param fewChildren a couple whose children the family-planning rules reward
     */
    List<String> of(
            int age, Sex sex, Chance household, Chance person, boolean alone, boolean child, boolean fewChildren) {
        List<String> groups = null;
        for (String code : codes) {
            boolean member =
                    switch (code) {
                        case "TEKUN" -> alone && age >= 60 && person.of(code).happens(0.10);
                        case "DIBAO" -> household.of(code).happens(0.022);
                        case "POVERTY" -> household.of(code).happens(0.018);
                        case "SEVERELY_DISABLED" -> age >= 1 && person.of(code).happens(age >= 50 ? 0.022 : 0.009);
                        case "ENTITLED_GROUP" ->
                            sex == Sex.MALE && age >= 20 && person.of(code).happens(0.008);
                        case "ORPHAN" ->
                            !child && age < 18 && person.of(code).happens(0.05)
                                    || child && person.of(code).happens(0.0015);
                        case "UNATTENDED_CHILD" ->
                            child && age < 18 && person.of(code).happens(0.003);
                        case "AGED_70" -> age >= 70;
                        case "FAMILY_PLANNING" ->
                            fewChildren && household.of(code).happens(0.25);
                        default -> person.of(code).happens(0.003);
                    };
            if (member) {
                if (groups == null) groups = new ArrayList<>(2);
                groups.add(code);
            }
        }
        return groups == null ? List.of() : List.copyOf(groups);
    }
}
