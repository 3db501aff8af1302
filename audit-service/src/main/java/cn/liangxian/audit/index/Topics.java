package cn.liangxian.audit.index;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is handed over on each topic, from whom and to whom, in the words of a page. */
final class Topics {

    private static final Map<String, Terms> TERMS = terms();

    private Topics() {}

    private static Map<String, Terms> terms() {
        Map<String, Terms> terms = new TreeMap<>();
        for (Class<? extends Handoff> type : Declarations.onClasspath()) {
            Terms its = Handoff.termsOf(type);
            terms.put(its.topic(), its);
        }
        return terms;
    }

    /** All that are indexed event by event. */
    static List<String> indexed() {
        return TERMS.values().stream()
                .filter(terms -> !terms.bulk())
                .map(Terms::topic)
                .toList();
    }

    /** In words, those whose lines are handed over in bulk and found by the key of their person alone. */
    static String byPerson(Desk desk) {
        return TERMS.values().stream()
                .filter(Terms::bulk)
                .map(terms -> named(desk, terms.topic()))
                .collect(Collectors.joining(desk.word("and")));
    }

    /** As its declaration says it in Chinese, by the words of its topic in English. */
    static String named(Desk desk, String topic) {
        Terms terms = TERMS.get(topic);
        if (terms == null) {
            return topic;
        }
        String words =
                topic.substring(topic.indexOf('-') + 1, topic.lastIndexOf("-v")).replace('-', ' ');
        return desk.language().of(terms.zh(), Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    static String from(Desk desk, String topic) {
        Terms terms = TERMS.get(topic);
        return terms == null ? "" : departments(desk, terms.from());
    }

    static String to(Desk desk, String topic) {
        Terms terms = TERMS.get(topic);
        return terms == null ? "" : departments(desk, terms.to());
    }

    static String clauses(String topic) {
        Terms terms = TERMS.get(topic);
        return terms == null
                ? ""
                : Arrays.stream(terms.clauses())
                        .map(clause -> clause.substring(clause.indexOf('/') + 1))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static String departments(Desk desk, Department[] departments) {
        return Arrays.stream(departments).map(desk::named).collect(Collectors.joining(desk.word("and")));
    }
}
