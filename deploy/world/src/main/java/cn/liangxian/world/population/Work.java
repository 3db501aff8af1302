package cn.liangxian.world.population;

/** School, work and the insurances that come with it. */
record Work(boolean student, boolean employeeInsured, boolean insuredElsewhere, boolean otherPension) {

    static Work of(int age, Chance die) {
        boolean student = die.of("school").happens(schooling(age));
        boolean employed = !student && die.of("employed").happens(age < 18 ? 0 : age < 60 ? 0.18 : 0.05);
        boolean away = !employed && age >= 18 && age < 55 && die.of("away").happens(0.02);
        boolean pension = employed || age >= 18 && die.of("pension").happens(0.01);
        return new Work(student, employed, away, pension);
    }

    private static double schooling(int age) {
        if (age < 3) return 0;
        if (age < 6) return 0.85;
        if (age < 16) return 1;
        if (age < 19) return 0.85;
        return age < 23 ? 0.35 : 0;
    }
}
