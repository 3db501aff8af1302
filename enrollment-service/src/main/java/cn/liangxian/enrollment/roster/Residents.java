package cn.liangxian.enrollment.roster;

import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Residents who do not yet stand on a roster of an insurance and have not cancelled their registration for it, read page by page in the order of their keys. */
final class Residents {

    private static final int PAGE = 10_000;

    private final Handle h;
    private final String query;
    private final Insurance insurance;
    private final int feeYear;
    private UUID after = new UUID(0, 0);

    /** A resident with the statuses that have not ended before the day of sealing. */
    record Resident(Person person, List<Identity> identities) {}

    /** @param first whether no roster exists yet, so that nobody can stand on one */
    Residents(Handle h, Insurance insurance, int feeYear, boolean first) {
        this.h = h;
        this.insurance = insurance;
        this.feeYear = feeYear;
        this.query = "select " + Persons.COLUMNS + " from person p where p.person_key > :after and p.state = 'LIVING'"
                + """
                 and coalesce((select g.kind <> 'CANCELLED' from registration g where g.person_key = p.person_key
                        and g.insurance = :insurance order by g.registration_id desc limit 1), true)"""
                + (first
                        ? ""
                        : """
                         and not exists (
                            select from roster_line l join roster r on r.roster_id = l.roster_id
                            where l.person_key = p.person_key and r.insurance = :insurance
                              and r.fee_year = :feeYear and r.state <> 'REFUSED')""")
                + " order by p.person_key limit " + PAGE;
    }

    /** Empty when all have been read. */
    List<Resident> next(LocalDate today) {
        var select =
                h.createQuery(query).setFetchSize(PAGE).bind("after", after).bind("insurance", insurance.name());
        if (query.contains(":feeYear")) {
            select.bind("feeYear", feeYear);
        }
        List<Person> persons = select.map((row, context) -> Persons.read(row)).list();
        if (persons.isEmpty()) {
            return List.of();
        }
        UUID last = persons.get(persons.size() - 1).key();
        Map<UUID, List<Identity>> identities = Persons.identitiesBetween(h, after, last, today);
        after = last;
        return persons.stream()
                .map(person -> new Resident(person, identities.getOrDefault(person.key(), List.of())))
                .toList();
    }
}
