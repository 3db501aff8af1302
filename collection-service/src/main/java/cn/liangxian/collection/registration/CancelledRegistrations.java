package cn.liangxian.collection.registration;

import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes whose registration an agency cancelled (注销): from then on no channel takes money of the resident for that insurance
 * and no account is debited, and what others pay goes back to them, until the agency registers him again. What was paid
 * before stays, and goes back only on application.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(二)-a", "yicheng-2024/五(三)-a"})
class CancelledRegistrations {

    private final Inbox inbox;
    private final Jdbi jdbi;

    CancelledRegistrations(Inbox inbox, Jdbi jdbi) {
        this.inbox = inbox;
        this.jdbi = jdbi;
    }

    @Incoming(PersonRegistered.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.together(records, PersonRegistered.class, this::note);
    }

    private record Registration(String personKey, String insurance, RegistrationKind kind, LocalDate on) {}

    void note(List<Received<PersonRegistered>> batch) {
        // the last word of an agency on whether a person is registered counts; changed data say nothing about it
        Map<String, Registration> last = new LinkedHashMap<>();
        for (Received<PersonRegistered> received : batch) {
            PersonRegistered told = received.handoff();
            if (told.kind() == RegistrationKind.CHANGED) {
                continue;
            }
            last.put(
                    told.personKey() + '/' + told.insurance(),
                    new Registration(
                            told.personKey(),
                            told.insurance().name(),
                            told.kind(),
                            received.envelope().businessDate()));
        }
        write(
                """
                insert into registration_cancellation (person_key, insurance, cancelled_on)
                select * from unnest(?::text[], ?::text[], ?::date[])
                on conflict (person_key, insurance) do update
                    set cancelled_on = excluded.cancelled_on, registered_again = null""",
                last.values().stream()
                        .filter(r -> r.kind() == RegistrationKind.CANCELLED)
                        .toList());
        write(
                """
                update registration_cancellation c set registered_again = n.told_on
                from unnest(?::text[], ?::text[], ?::date[]) as n (person_key, insurance, told_on)
                where c.person_key = n.person_key and c.insurance = n.insurance and c.registered_again is null""",
                last.values().stream()
                        .filter(r -> r.kind() == RegistrationKind.REGISTERED)
                        .toList());
    }

    private void write(String statement, Collection<Registration> registrations) {
        if (!registrations.isEmpty()) {
            jdbi.useHandle(h -> h.createUpdate(statement)
                    .bind(0, texts(registrations, Registration::personKey))
                    .bind(1, texts(registrations, Registration::insurance))
                    .bind(2, texts(registrations, r -> r.on().toString()))
                    .execute());
        }
    }

    private static String[] texts(Collection<Registration> rows, Function<Registration, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
