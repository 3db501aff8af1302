package cn.liangxian.enrollment.registration;

import cn.liangxian.handoff.Insurance;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whether a resident is registered: by the latest registration, or else by a roster on which he stands. */
final class Standing {

    /** A condition on a person {@code p} and the parameter {@code insurance}. */
    static final String CONDITION =
            """
            coalesce((select g.kind <> 'CANCELLED' from registration g
                    where g.person_key = p.person_key and g.insurance = :insurance
                    order by g.registration_id desc limit 1),
                exists (select from roster_line l join roster r on r.roster_id = l.roster_id
                    where l.person_key = p.person_key and r.insurance = :insurance and r.state <> 'REFUSED'))""";

    private Standing() {}

    static boolean of(Handle h, UUID person, Insurance insurance) {
        return h.createQuery("select " + CONDITION + " from person p where p.person_key = :key")
                .bind("key", person)
                .bind("insurance", insurance.name())
                .mapTo(Boolean.class)
                .one();
    }
}
