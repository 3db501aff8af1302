package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What shows that a request that was acknowledged was done, and done once. */
sealed interface Proof {

    /**
     * There are as many facts of a subject as were acknowledged, not fewer and not more.
     *
     * @param told what names the subject in a line of the journal, as JSON pointers; {@code borne} in the fact's data
     * @param times of how many facts an answer speaks; null for one
     * @param weight of how many a fact speaks, as a number or a list of them; null for one
     */
    record OnceOnly(Set<String> facts, List<String> told, List<String> borne, String times, String weight)
            implements Proof {

        static OnceOnly once(String... facts) {
            return new OnceOnly(Set.of(facts), List.of(), List.of(), null, null);
        }

        OnceOnly told(String... pointers) {
            return new OnceOnly(facts, List.of(pointers), borne, times, weight);
        }

        OnceOnly borne(String... pointers) {
            return new OnceOnly(facts, told, List.of(pointers), times, weight);
        }

        OnceOnly times(String pointer) {
            return new OnceOnly(facts, told, borne, pointer, weight);
        }

        OnceOnly weighing(String pointer) {
            return new OnceOnly(facts, told, borne, times, pointer);
        }

        /** Whether the line of the journal says all that the proof needs. */
        boolean isNamed(JsonNode request) {
            return told.stream().noneMatch(name -> request.at(name).isMissingNode())
                    && (times == null || !request.at(times).isMissingNode());
        }

        String subject(JsonNode request) {
            return subject(request, told);
        }

        String subject(Event event) {
            return subject(event.data(), borne);
        }

        long times(JsonNode request) {
            return times == null ? 1 : request.at(times).asLong();
        }

        long weight(Event event) {
            if (weight == null) {
                return 1;
            }
            JsonNode weighed = event.data().at(weight);
            return weighed.isArray() ? weighed.size() : weighed.asLong();
        }

        /** A registration is cancelled by the service itself, when somebody died or is insured elsewhere. */
        boolean isEffect(Event event) {
            return facts.contains(event.fact())
                    && !event.data().path("kind").asText().equals("CANCELLED");
        }

        private static String subject(JsonNode from, List<String> names) {
            return names.stream().map(name -> from.at(name).asText()).collect(Collectors.joining(" "));
        }
    }

    /**
     * Several requests lead to one fact: one of {@code facts} bears the id that the answers have under this name, once.
     *
     * @param facts to which the requests lead; one that was there before them shows nothing
     */
    record IdSeen(String id, Set<String> facts) implements Proof {

        static IdSeen leadingTo(String id, String... facts) {
            return new IdSeen(id, Set.of(facts));
        }
    }

    /**
     * No other department is told, so that no topic can show it.
     *
     * @param names what stands for it in the answer: no two requests may be acknowledged under the same; empty for none
     */
    record WithoutFact(String reason, List<String> names) implements Proof {

        static WithoutFact because(String reason) {
            return new WithoutFact(reason, List.of());
        }
    }
}
