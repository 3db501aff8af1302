package cn.liangxian.enrollment.screening;

import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The doubts that screening raised; those about residents of another area are not there. */
final class Doubts {

    private static final String OF_AREA =
            """
            select d.*, p.village, s.screened_on from identity_doubt d join person p using (person_key)
            join screening s using (screening_id) where starts_with(p.village, :area) and\s""";

    private Doubts() {}

    static List<Doubt> open(Handle h, Policy policy, String area, UUID after, int limit) {
        return h.createQuery(OF_AREA + "d.outcome is null and d.doubt_id > :after order by d.doubt_id limit :limit")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map(Doubt.of(policy))
                .list();
    }

    static Optional<Doubt> lock(Handle h, Policy policy, UUID id, String area) {
        return h.createQuery(OF_AREA + "d.doubt_id = :id for update of d")
                .bind("area", area)
                .bind("id", id)
                .map(Doubt.of(policy))
                .findOne();
    }

    static void decided(Handle h, Doubt doubt, String by) {
        h.execute(
                "update identity_doubt set outcome = ?, reason = ?, decided_on = ?, decided_by = ? where doubt_id = ?",
                doubt.outcome().name(),
                doubt.reason(),
                doubt.decidedOn(),
                by,
                doubt.doubtId());
    }

    /** Since when the status that holds on the day has held; empty when it has ended meanwhile. */
    static Optional<LocalDate> holdsSince(Handle h, Doubt doubt, LocalDate on) {
        return Persons.identities(h, UUID.fromString(doubt.personKey())).stream()
                .filter(identity -> identity.category().equals(doubt.category()) && identity.holdsOn(on))
                .map(identity -> identity.from())
                .findFirst();
    }
}
