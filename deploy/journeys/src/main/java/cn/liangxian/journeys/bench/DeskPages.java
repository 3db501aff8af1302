package cn.liangxian.journeys.bench;

import cn.liangxian.local.Stack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every page of the five desks, found by following what the pages themselves offer, as each department in turn: links, the
 * first choice of each filter, a key that a page shows, and a resident by ID number. Of the addresses that differ in their
 * values alone the first is followed.
 */
final class DeskPages {

    private static final List<String> SERVICES =
            List.of("audit", "enrollment", "collection", "reconciliation", "subsidy");

    /** Who sees most comes first: a page is measured as the first one who reaches it. */
    private static final List<String> DEPARTMENTS = List.of(
            "tax",
            "medical-insurance",
            "audit-bureau",
            "discipline",
            "treasury",
            "finance",
            "civil-affairs",
            "public-security",
            "education",
            "township-");

    /** From here on persons and their events are found. */
    private static final String OF_PAYMENTS = "/desk/replay?topic=collection-contribution-paid-v1";

    private static final Map<String, String> BY_ID_NUMBER =
            Map.of("enrollment", "/desk/persons", "collection", "/desk/receipts");

    private static final Pattern FILTER =
            Pattern.compile("(?s)<form[^>]*method=\"get\" action=\"(/desk/[^\"]*)\".*?</form>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select name=\"([^\"]+)\".*?<option value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("<td class=\"code\">([0-9a-f-]{36})</td>");

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/desk/[^\"#]*)\"");
    private static final Pattern NO_PAGE = Pattern.compile("/desk/(logout|language|live).*|.*\\.(css|js|svg)");

    private final Stack stack;
    private final Map<String, DeskVisitor> visitors = new HashMap<>();

    DeskPages(Stack stack) {
        this.stack = stack;
    }

    /** @param who the login; {@code address} with its query */
    record Page(String service, String address, String who, Map<String, String> form) {

        Page(String service, String address, String who) {
            this(service, address, who, Map.of());
        }

        /** The same page with other values. */
        String kind() {
            int query = address.indexOf('?');
            if (query < 0) {
                return service + address + (form.isEmpty() ? "" : " (form)");
            }
            Set<String> names = new TreeSet<>();
            for (String part : address.substring(query + 1).split("&")) {
                if (!part.endsWith("=")) {
                    names.add(part.replaceAll("=.*", ""));
                }
            }
            return service + address.substring(0, query) + (names.isEmpty() ? "" : "?" + String.join("&", names));
        }
    }

    /** @param idNumber of a resident */
    List<Page> all(String idNumber) {
        Map<String, Page> found = new TreeMap<>();
        for (String department : DEPARTMENTS) {
            String login = stack.people().stream()
                    .map(person -> person.name())
                    .filter(name -> name.startsWith(department) && name.endsWith("-clerk"))
                    .findFirst()
                    .orElseThrow();
            follow(new Page("audit", OF_PAYMENTS, login), found);
            SERVICES.forEach(service -> follow(new Page(service, "/desk", login), found));
        }
        BY_ID_NUMBER.forEach((service, address) -> {
            // tax asks; a desk that wants neither purpose nor duty does not look at them
            Page page = new Page(
                    service,
                    address,
                    DEPARTMENTS.get(0) + "-clerk",
                    Map.of("idNumber", idNumber, "purpose", "页面计时", "duty", "COLLECTION"));
            found.put(page.kind(), page);
        });
        return new ArrayList<>(found.values());
    }

    DeskVisitor.Visit visit(Page page) {
        return visitors.computeIfAbsent(page.who(), name -> new DeskVisitor(stack, name))
                .visit(page.service(), page.address(), page.form());
    }

    private void follow(Page beginning, Map<String, Page> found) {
        Deque<Page> waiting = new ArrayDeque<>(List.of(beginning));
        Set<String> seen = new TreeSet<>();
        while (!waiting.isEmpty()) {
            Page next = waiting.poll();
            if (!seen.add(next.kind())) {
                continue;
            }
            DeskVisitor.Visit visit = visit(next);
            if (!visit.page()) {
                continue;
            }
            Page reached = new Page(next.service(), visit.path(), next.who());
            seen.add(reached.kind());
            found.putIfAbsent(reached.kind(), reached);
            offered(visit.body()).forEach(address -> waiting.add(new Page(next.service(), address, next.who())));
        }
    }

    private static List<String> offered(String body) {
        List<String> addresses = new ArrayList<>();
        Matcher link = LINK.matcher(body);
        while (link.find()) {
            addresses.add(link.group(1).replace("&amp;", "&"));
        }
        Matcher filter = FILTER.matcher(body);
        while (filter.find()) {
            List<String> chosen = new ArrayList<>();
            Matcher select = SELECT.matcher(filter.group());
            while (select.find()) {
                chosen.add(select.group(1) + "=" + select.group(2));
            }
            if (!chosen.isEmpty()) {
                addresses.add(filter.group(1) + "?" + String.join("&", chosen));
            }
            Matcher key = KEY.matcher(body);
            if (filter.group().contains("name=\"key\"") && key.find()) {
                addresses.add(filter.group(1) + "?key=" + key.group(1));
            }
        }
        addresses.removeIf(address -> NO_PAGE.matcher(address).matches());
        return addresses;
    }
}
