package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.journeys.house.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every form that a page of the desks takes, sent with nothing in it by whoever is logged in. */
final class DeskForms {

    private static final String PATH = "@Path\\(\"([^\"]+)\"\\)";
    private static final Pattern SERVICE = Pattern.compile("/(\\w+)-service/src/main/");
    private static final Pattern OF_CLASS = Pattern.compile(PATH + "\\s+@Blocking");
    private static final Pattern TAKES = Pattern.compile("(?s)@POST\\s(.*?)public ");
    private static final Pattern BELOW = Pattern.compile(PATH);
    private static final Pattern SHOWN = Pattern.compile("<form [^>]*method=\"post\"[^>]*>");
    private static final Pattern ACTION = Pattern.compile(" action=\"([^\"]+)\"");

    private static final String FIELDS = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=x";
    private static final Map<String, byte[]> EMPTY =
            Map.of(FIELDS, new byte[0], PARTS, "--x--\r\n".getBytes(StandardCharsets.US_ASCII));

    private static final int FORBIDDEN = 403;

    /** As what a browser sends it, by service and path. */
    private final Map<String, String> forms = new TreeMap<>();

    DeskForms() throws IOException {
        for (Path page : House.sources("Page.java")) {
            String source = Files.readString(page);
            Matcher path = OF_CLASS.matcher(source);
            if (path.find()) {
                TAKES.matcher(source)
                        .results()
                        .forEach(taken -> forms.put(service(page) + path.group(1) + below(taken), type(taken)));
            }
        }
        assertEquals(shown(), forms.keySet(), "what is shown is taken, and what is taken is shown");
    }

    private static String below(MatchResult taken) {
        Matcher path = BELOW.matcher(taken.group(1));
        return path.find() ? path.group(1) : "";
    }

    private static String type(MatchResult taken) {
        return taken.group(1).contains("MULTIPART_FORM_DATA") ? PARTS : FIELDS;
    }

    private static Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path template : House.sources(".html")) {
            SHOWN.matcher(Files.readString(template)).results().forEach(form -> {
                Matcher action = ACTION.matcher(form.group());
                shown.add(service(template) + (action.find() ? action.group(1) : form.group()));
            });
        }
        return shown;
    }

    private static String service(Path source) {
        Matcher service = SERVICE.matcher(source.toString());
        return service.find() ? service.group(1) : source.toString();
    }

    /** The page on which a form is shown. */
    static String page(String form) {
        return form.replaceFirst("(/desk/[^/]+).*", "$1");
    }

    /** Somebody who is logged in. */
    interface Sender {

        /** The status that is answered. */
        int send(String service, String path, String type, byte[] content);
    }

    /** Leaves out the forms of all other pages. */
    DeskForms of(Set<String> pages) {
        forms.keySet().removeIf(form -> !pages.contains(page(form)));
        return this;
    }

    /** Statuses by form and by who sends it. */
    Map<String, Map<String, Integer>> sentBy(Map<String, ? extends Sender> senders) {
        Map<String, Map<String, Integer>> answers = new TreeMap<>();
        forms.forEach((form, type) -> {
            int slash = form.indexOf('/');
            Map<String, Integer> statuses = new LinkedHashMap<>();
            senders.forEach((who, sender) -> statuses.put(
                    who, sender.send(form.substring(0, slash), form.substring(slash), type, EMPTY.get(type))));
            answers.put(form, statuses);
        });
        return answers;
    }

    static Map<String, String> marks(Map<String, Integer> statuses) {
        Map<String, String> marks = new LinkedHashMap<>();
        statuses.forEach((who, status) -> marks.put(who, status == FORBIDDEN ? "·" : "●"));
        return marks;
    }
}
