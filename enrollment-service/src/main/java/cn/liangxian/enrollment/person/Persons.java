package cn.liangxian.enrollment.person;

import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The register of residents. */
public final class Persons {

    /** The columns that {@link #read} needs, of a table or alias {@code p}. */
    public static final String COLUMNS =
            """
            p.person_key, p.id_number, p.name, p.birth, p.sex, p.household, p.village, p.registered_here,
            p.resides_here, p.student, p.employee_insured, p.insured_elsewhere, p.other_pension, p.pension_tier, p.wife_birth,
            p.insured_in_city""";

    private Persons() {}

    /** Locks the row: facts about one person are handed over in their order. */
    public static Optional<Person> lockByNumber(Handle h, String idNumber) {
        return h.createQuery("select " + COLUMNS + " from person p where p.id_number = ? for update")
                .bind(0, idNumber)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** As {@link #lockByNumber}, by key. */
    public static Optional<Person> lockByKey(Handle h, UUID key) {
        return h.createQuery("select " + COLUMNS + " from person p where p.person_key = ? for update")
                .bind(0, key)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The statuses of one person, whenever they hold. */
    public static List<Identity> identities(Handle h, UUID key) {
        return h.createQuery(
                        "select category, valid_from, valid_until from identity where person_key = ? order by 1, 2")
                .bind(0, key)
                .map((row, context) -> new Identity(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .list();
    }

    /**
     * The statuses of those whose keys lie after the one and up to the other.
     *
     * @param day leaves out what had ended before it; null for all, whenever they hold
     */
    public static Map<UUID, List<Identity>> identitiesBetween(Handle h, UUID after, UUID last, LocalDate day) {
        Map<UUID, List<Identity>> identities = new HashMap<>();
        h.createQuery(
                        """
                        select person_key, category, valid_from, valid_until from identity
                        where person_key > :after and person_key <= :last
                          and (cast(:day as date) is null or valid_until is null or valid_until >= :day)
                        order by person_key, category, valid_from""")
                .bind("day", day)
                .bind("after", after)
                .bind("last", last)
                .map((row, context) -> identities
                        .computeIfAbsent(row.getObject(1, UUID.class), key -> new ArrayList<>(2))
                        .add(new Identity(
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class))))
                .list();
        return identities;
    }

    /** Reads without locking, for whoever only looks. */
    public static Optional<Person> findByNumber(Handle h, String idNumber) {
        return h.createQuery("select " + COLUMNS + " from person p where p.id_number = ?")
                .bind(0, idNumber)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** As {@link #findByNumber}, by key. */
    public static Optional<Person> findByKey(Handle h, UUID key) {
        return h.createQuery("select " + COLUMNS + " from person p where p.person_key = ?")
                .bind(0, key)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Whether the register has this person as deceased. */
    public static boolean deceased(Handle h, UUID key) {
        return h.createQuery("select state = 'DECEASED' from person where person_key = ?")
                .bind(0, key)
                .mapTo(Boolean.class)
                .one();
    }

    /** Notes where else the person is insured against illness, beside what is known. */
    public static void markInsured(Handle h, UUID key, boolean elsewhere, boolean inCity) {
        h.execute(
                """
                update person set insured_elsewhere = insured_elsewhere or ?,
                    insured_in_city = case when ? then true else insured_in_city end
                where person_key = ?""",
                elsewhere,
                inCity,
                key);
    }

    /** Enters the person, living, or writes over what the register had under this key. */
    public static void save(Handle h, Person person, LocalDate today) {
        h.createUpdate(
                        """
                        insert into person (person_key, id_number, name, birth, sex, household, township, village,
                            registered_here, resides_here, student, employee_insured, insured_elsewhere,
                            other_pension, pension_tier, state, updated_on, insured_in_city)
                        values (:key, :id, :name, :birth, :sex, :household, :township, :village,
                            :registered, :resides, :student, :employee, :elsewhere, :other, :tier, 'LIVING', :today,
                            :city)
                        on conflict (person_key) do update set name = excluded.name, household = excluded.household,
                            township = excluded.township, village = excluded.village,
                            registered_here = excluded.registered_here, resides_here = excluded.resides_here,
                            student = excluded.student, employee_insured = excluded.employee_insured,
                            insured_elsewhere = excluded.insured_elsewhere, other_pension = excluded.other_pension,
                            pension_tier = excluded.pension_tier, state = excluded.state,
                            updated_on = excluded.updated_on, insured_in_city = excluded.insured_in_city""")
                .bind("key", person.key())
                .bind("id", person.idNumber())
                .bind("name", person.name())
                .bind("birth", person.birth())
                .bind("sex", person.sex().name())
                .bind("household", person.household())
                .bind("township", person.township())
                .bind("village", person.village())
                .bind("registered", person.registeredHere())
                .bind("resides", person.residesHere())
                .bind("student", person.student())
                .bind("employee", person.employeeInsured())
                .bind("elsewhere", person.insuredElsewhere())
                .bind("city", person.insuredInCity())
                .bind("other", person.otherPension())
                .bind(
                        "tier",
                        person.pensionTier() == null
                                ? null
                                : person.pensionTier().amount())
                .bind("today", today)
                .execute();
    }

    /** Reads the columns of {@link #COLUMNS}, by position. */
    public static Person read(ResultSet row) throws SQLException {
        long tier = row.getLong(14);
        return new Person(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                Sex.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12),
                row.getBoolean(16),
                row.getBoolean(13),
                tier == 0 ? null : Fen.of(tier),
                row.getObject(15, LocalDate.class));
    }
}
