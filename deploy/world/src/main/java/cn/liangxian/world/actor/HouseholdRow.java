package cn.liangxian.world.actor;

import cn.liangxian.world.population.Resident;

/** A resident in the household list of the police, a CSV file. */
public final class HouseholdRow {

    public static final String HEADER = "idNumber,name,household,village,registeredHere,residesHere,student,"
            + "employeeInsured,insuredElsewhere,otherPension,pensionTier,wifeBirth,change\n";

    private HouseholdRow() {}

    /** With the end of the line. */
    public static String of(Resident r) {
        return of(r, r.name());
    }

    /** The same under another name. */
    static String of(Resident r, String name) {
        return String.join(
                ",",
                r.idNumber(),
                name,
                Integer.toString(r.household()),
                r.village(),
                Boolean.toString(r.registeredHere()),
                Boolean.toString(r.residesHere()),
                Boolean.toString(r.student()),
                Boolean.toString(r.employeeInsured()),
                Boolean.toString(r.insuredElsewhere()),
                Boolean.toString(r.otherPension()),
                Integer.toString(r.pensionTierYuan()),
                r.wifeBirth() == null ? "" : r.wifeBirth().toString(),
                "RESIDENT\n");
    }
}
