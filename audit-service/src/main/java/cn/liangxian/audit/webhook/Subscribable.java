package cn.liangxian.audit.webhook;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The handoffs that a department hands over or receives. Bulk lines are not told one by one, nor are the days. */
final class Subscribable {

    private Subscribable() {}

    /** A handoff to choose. */
    public record Choice(String topic, String zh) {}

    static List<Choice> by(Department department) {
        return Declarations.onClasspath().stream()
                .map(Handoff::termsOf)
                .filter(terms -> !terms.bulk() && !terms.topic().equals(DayOpened.TOPIC) && concerns(terms, department))
                .map(terms -> new Choice(terms.topic(), terms.zh()))
                .sorted(Comparator.comparing(Choice::topic))
                .toList();
    }

    static boolean by(Department department, String topic) {
        return by(department).stream().anyMatch(choice -> choice.topic().equals(topic));
    }

    private static boolean concerns(Terms terms, Department department) {
        return Stream.concat(Arrays.stream(terms.from()), Arrays.stream(terms.to()))
                .anyMatch(each -> each == department || each == Department.ALL);
    }
}
