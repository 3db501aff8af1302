package cn.liangxian.collection.claim;

import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.policy.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The special statuses of a resident, as one column keeps them: {@code TEKUN/2020-01-01/,DIBAO//2023-12-31}. A change
 * handed over later is laid over them: for its category it says what holds from its first day on.
 */
public record Statuses(List<Status> all) {

    public static final Statuses NONE = new Statuses(List.of());

    public Statuses {
        all = List.copyOf(all);
    }

    public static Statuses of(List<Status> statuses) {
        return statuses == null || statuses.isEmpty() ? NONE : new Statuses(statuses);
    }

    /** @param column null or empty for none */
    public static Statuses read(String column) {
        if (column == null || column.isEmpty()) {
            return NONE;
        }
        List<Status> read = new ArrayList<>();
        for (String status : column.split(",")) {
            String[] parts = status.split("/", -1);
            read.add(new Status(parts[0], date(parts[1]), date(parts[2])));
        }
        return new Statuses(read);
    }

    public String column() {
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder column = new StringBuilder();
        for (Status status : all) {
            column.append(column.isEmpty() ? "" : ",").append(status.category()).append('/');
            column.append(Objects.toString(status.from(), "")).append('/');
            column.append(Objects.toString(status.until(), ""));
        }
        return column.toString();
    }

    /** These with the changes laid over them, in the order in which they were handed over. */
    public Statuses changedBy(Statuses changes) {
        Statuses changed = this;
        for (Status change : changes.all) {
            changed = changed.changedBy(change);
        }
        return changed;
    }

    private Statuses changedBy(Status change) {
        List<Status> changed = new ArrayList<>();
        for (Status before : all) {
            if (!before.category().equals(change.category())) {
                changed.add(before);
            } else if (beganBefore(before, change.from())) {
                LocalDate eve = change.from().minusDays(1);
                boolean endedBefore = before.until() != null && before.until().isBefore(eve);
                changed.add(endedBefore ? before : new Status(before.category(), before.from(), eve));
            }
        }
        changed.add(change);
        changed.sort(Comparator.comparing(Status::category)
                .thenComparing(Status::from, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new Statuses(changed);
    }

    private static boolean beganBefore(Status status, LocalDate from) {
        return from != null && (status.from() == null || status.from().isBefore(from));
    }

    /** As the policy's conditions read them. */
    public List<Identity> identities() {
        return all.stream()
                .map(s -> new Identity(s.category(), s.from(), s.until()))
                .toList();
    }

    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
