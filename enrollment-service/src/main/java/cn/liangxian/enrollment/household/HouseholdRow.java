package cn.liangxian.enrollment.household;

import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.feed.Cell;
import cn.liangxian.enrollment.feed.ListDates;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.RowFault.Kind;
import cn.liangxian.enrollment.feed.Table;
import cn.liangxian.enrollment.person.IdNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * One resident in the data of the police, checked as far as the row itself goes. Fields that are null have a fault.
 *
 * @param wifeBirth of a married man's wife; null when none was given
 * @param pensionTier yuan; null when none was given, which zero says too
 */
record HouseholdRow(
        String idNumber,
        String name,
        LocalDate birth,
        Sex sex,
        String household,
        String village,
        List<Boolean> flags,
        Integer pensionTier,
        LocalDate wifeBirth,
        Change change,
        List<RowFault> faults) {

    /** What happened to the resident since the last feed. */
    enum Change {
        /** Lives, whatever the register had before. */
        RESIDENT,
        BIRTH,
        DEATH,
        MOVE_IN,
        MOVE_OUT
    }

    static final List<String> REQUIRED = List.of("idNumber", "name", "village");

    /** In the order of {@link #flags}; null where the data are silent, which changes nothing that is known. */
    static final List<String> FLAGS = List.of(
            "registeredHere",
            "residesHere",
            "student",
            "employeeInsured",
            "insuredElsewhere",
            "otherPension",
            "insuredInCity");

    static final List<String> KNOWN = List.of(
            "idNumber",
            "name",
            "village",
            "household",
            "registeredHere",
            "residesHere",
            "student",
            "employeeInsured",
            "insuredElsewhere",
            "insuredInCity",
            "otherPension",
            "pensionTier",
            "change",
            "birth",
            "sex",
            "wifeBirth");

    private static final int LONGEST = 100;
    private static final int HIGHEST_TIER = 100_000;

    /** @param known whether a village code lies in a township of this county */
    static HouseholdRow read(Table.Row row, Predicate<String> known, String area) {
        Reading reading = new Reading(row);
        IdNumber id = reading.idNumber();
        String name = reading.text("name");
        if (name != null && name.isEmpty()) {
            reading.fault(Kind.NAME_MISSING, "name");
        }
        String village = reading.text("village");
        if (village != null && (village.length() != 12 || !known.test(village))) {
            reading.fault(Kind.VILLAGE_UNKNOWN, "village");
        } else if (village != null && !village.startsWith(area)) {
            reading.fault(Kind.OUTSIDE_AREA, "village");
        }
        List<Boolean> flags = new ArrayList<>();
        FLAGS.forEach(flag -> flags.add(reading.flag(flag)));
        return new HouseholdRow(
                id == null ? null : id.value(),
                name,
                reading.birth(id),
                reading.sex(id),
                reading.text("household"),
                village,
                flags,
                reading.tier(),
                reading.wifeBirth(),
                reading.change(),
                reading.faults);
    }

    /** The cells of one row and what is wrong with them. */
    private static final class Reading {
        private final Table.Row row;
        private final List<RowFault> faults = new ArrayList<>();

        private Reading(Table.Row row) {
            this.row = row;
        }

        private void fault(Kind kind, String field) {
            faults.add(kind.at(field));
        }

        private IdNumber idNumber() {
            Cell cell = row.cell("idNumber");
            IdNumber.Fault fault = IdNumber.Fault.ID_AS_NUMBER;
            if (cell.kind() != Cell.Kind.NUMBER) {
                IdNumber.Reading reading = IdNumber.read(cell.text());
                if (reading.fault() == null) {
                    return reading.number();
                }
                fault = reading.fault();
            }
            faults.add(fault.at("idNumber"));
            return null;
        }

        /** Null when it cannot be used. */
        private String text(String field) {
            String text = row.cell(field).text().strip();
            if (text.length() > LONGEST) {
                fault(Kind.TEXT_TOO_LONG, field);
                return null;
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                fault(Kind.BAD_CHARACTER, field);
                return null;
            }
            return text;
        }

        private Boolean flag(String field) {
            String text = row.cell(field).text().strip().toLowerCase(Locale.ROOT);
            return switch (text) {
                case "" -> null;
                case "true", "1", "是", "y" -> true;
                case "false", "0", "否", "n" -> false;
                default -> {
                    fault(Kind.FLAG_INVALID, field);
                    yield null;
                }
            };
        }

        private LocalDate birth(IdNumber id) {
            if (id == null || id.ofCitizen()) {
                return id == null ? null : id.birth();
            }
            return ListDates.read(row.cell("birth")).orElseGet(() -> {
                fault(Kind.BIRTH_MISSING, "birth");
                return null;
            });
        }

        private LocalDate wifeBirth() {
            Cell cell = row.cell("wifeBirth");
            if (cell.text().isBlank()) {
                return null;
            }
            return ListDates.read(cell).orElseGet(() -> {
                fault(Kind.BIRTH_MISSING, "wifeBirth");
                return null;
            });
        }

        private Sex sex(IdNumber id) {
            if (id == null || id.ofCitizen()) {
                return id == null ? null : id.sex();
            }
            return switch (row.cell("sex").text().strip()) {
                case "MALE", "男" -> Sex.MALE;
                case "FEMALE", "女" -> Sex.FEMALE;
                default -> {
                    fault(Kind.SEX_MISSING, "sex");
                    yield null;
                }
            };
        }

        private Integer tier() {
            String text = row.cell("pensionTier").text().strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                int yuan = Integer.parseInt(text);
                if (yuan >= 0 && yuan <= HIGHEST_TIER) {
                    return yuan == 0 ? null : yuan;
                }
            } catch (NumberFormatException e) {
                // said below, with the others
            }
            fault(Kind.TIER_INVALID, "pensionTier");
            return null;
        }

        private Change change() {
            String text = row.cell("change").text().strip();
            try {
                return text.isEmpty() ? null : Change.valueOf(text);
            } catch (IllegalArgumentException e) {
                fault(Kind.CHANGE_UNKNOWN, "change");
                return null;
            }
        }
    }
}
