package cn.liangxian.journeys.access;

import cn.liangxian.journeys.access.Endpoints.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The matrix of clients and endpoints as a table; {@code undecided} by the statuses of the clients. */
final class AccessMatrix {

    private static final int FORBIDDEN = 403;
    private static final int NOT_THERE = 404;
    private static final String REFUSED = " · |";
    private static final String BY_WHAT_IS_NAMED = " ○ |";
    private final List<String> clients;
    private final Set<String> open;
    private final Predicate<Map<String, Integer>> undecided;

    AccessMatrix(List<String> clients, Set<String> open, Predicate<Map<String, Integer>> undecided) {
        this.clients = clients;
        this.open = open;
        this.undecided = undecided;
    }

    String of(Map<Endpoint, Map<String, Integer>> answers) {
        StringBuilder text = new StringBuilder();
        String service = "";
        for (var answer : answers.entrySet()) {
            Endpoint endpoint = answer.getKey();
            if (!endpoint.service().equals(service)) {
                service = endpoint.service();
                header(text, service);
            }
            text.append("| `").append(endpoint.name()).append("` |");
            if (open.contains(endpoint.name())) {
                text.append(" open |").append(" |".repeat(clients.size() - 1));
            } else {
                String in = undecided.test(answer.getValue()) ? BY_WHAT_IS_NAMED : " ● |";
                clients.forEach(client -> text.append(cell(answer.getValue(), client, in)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String cell(Map<String, Integer> statuses, String client, String in) {
        int status = statuses.get(client);
        if (isOffice(client) && status == NOT_THERE) {
            return statuses.get(department(client)) == NOT_THERE ? BY_WHAT_IS_NAMED : REFUSED;
        }
        return status == FORBIDDEN ? REFUSED : in;
    }

    /** Of a township, of a department that the county has too; it is refused with 404 what is the county's. */
    private boolean isOffice(String client) {
        return !department(client).equals(client) && clients.contains(department(client));
    }

    private static String department(String client) {
        return client.replaceAll("-\\d+$", "");
    }

    /** The rows of a written matrix by service and endpoint. */
    static Map<String, String> rows(String matrix) {
        Map<String, String> rows = new TreeMap<>();
        String service = "";
        for (String line : matrix.lines().toList()) {
            if (line.startsWith("## ")) {
                service = line.substring(3);
            } else if (line.startsWith("| `")) {
                rows.put(service + " " + line.substring(3, line.indexOf('`', 3)), line);
            }
        }
        return rows;
    }

    private void header(StringBuilder text, String service) {
        text.append("\n## ").append(service).append("\n\n| |");
        clients.forEach(client ->
                text.append(' ').append(department(client)).append(isOffice(client) ? " of a township |" : " |"));
        text.append("\n|---|").append("---|".repeat(clients.size())).append('\n');
    }
}
