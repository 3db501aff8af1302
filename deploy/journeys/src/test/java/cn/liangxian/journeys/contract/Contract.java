package cn.liangxian.journeys.contract;

import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All declared handoffs, who publishes and who reads them. */
final class Contract {

    static final List<String> SERVICES = List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");

    /** @param readers services that have a channel for it */
    record Declared(String service, Class<? extends Handoff> type, Set<String> readers) {

        Terms terms() {
            return Handoff.termsOf(type);
        }

        String topic() {
            return terms().topic();
        }

        String name() {
            return type.getSimpleName();
        }

        /** The topic without its version: the key of its deadline. */
        String key() {
            return topic().replaceFirst("-v\\d+$", "");
        }
    }

    private final Map<String, List<Declared>> byService = new LinkedHashMap<>();

    Contract(Path root) {
        Set<String> topics = Declarations.onClasspath().stream()
                .map(type -> Handoff.termsOf(type).topic())
                .collect(Collectors.toSet());
        Readers readers = new Readers(root, topics);
        Map<String, Set<String>> reads = SERVICES.stream().collect(Collectors.toMap(Function.identity(), readers::of));
        for (String service : SERVICES) {
            byService.put(
                    service,
                    Declarations.of(capitalised(service)).stream()
                            .map(type -> new Declared(
                                    service,
                                    type,
                                    readersOf(Handoff.termsOf(type).topic(), reads)))
                            .toList());
        }
    }

    private static Set<String> readersOf(String topic, Map<String, Set<String>> reads) {
        return SERVICES.stream()
                .filter(service -> reads.get(service).contains(topic))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Map<String, List<Declared>> byService() {
        return byService;
    }

    List<Declared> all() {
        return byService.values().stream().flatMap(List::stream).toList();
    }

    static String zh(Department[] departments) {
        return Arrays.stream(departments).map(Department::zh).collect(Collectors.joining("、"));
    }

    static String en(Department[] departments) {
        return Arrays.stream(departments).map(Department::en).collect(Collectors.joining(", "));
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
