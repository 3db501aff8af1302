package cn.liangxian.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Somebody who can log in to the desks of a stack. Every department has two, because many things are done by one person
 * and approved by another. They stand for offices, no real person.
 *
 * @param name of the login; {@code title} as the page shows it
 * @param area division code the person speaks for
 */
public record Person(String name, String title, String department, String area) {

    /** The two of a department; the second one approves. */
    static List<Person> of(String department, String suffix, String area) {
        List<Person> people = new ArrayList<>();
        String code = department.toUpperCase(Locale.ROOT).replace('-', '_');
        people.add(new Person(department + suffix + "-clerk", "经办", code, area));
        people.add(new Person(department + suffix + "-checker", "复核", code, area));
        return people;
    }
}
