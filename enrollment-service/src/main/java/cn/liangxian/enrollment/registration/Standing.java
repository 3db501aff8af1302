package cn.liangxian.enrollment.registration;

import cn.liangxian.handoff.Insurance;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Whether a resident is registered for a fee year: by the latest registration for it, or else by a roster of it on which he
 * stands. What was registered for another year says nothing (起止缴费年月, yicheng-2024/四(四)1).
 */
final class Standing {

    /** A condition on a person {@code p} and the parameters {@code insurance} and {@code feeYear}. */
    static final String CONDITION =
            """
            coalesce((select g.kind <> 'CANCELLED' from registration g
                    where g.person_key = p.person_key and g.insurance = :insurance
                      and extract(year from g.first_month) = :feeYear
                    order by g.registration_id desc limit 1),
                exists (select from roster_line l join roster r on r.roster_id = l.roster_id
                    where l.person_key = p.person_key and r.insurance = :insurance
                      and r.fee_year = :feeYear and r.state <> 'REFUSED'))""";

    private Standing() {}

    static boolean of(Handle h, UUID person, Insurance insurance, int feeYear) {
        return h.createQuery("select " + CONDITION + " from person p where p.person_key = :key")
                .bind("key", person)
                .bind("insurance", insurance.name())
                .bind("feeYear", feeYear)
                .mapTo(Boolean.class)
                .one();
    }
}
