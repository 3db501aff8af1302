package cn.liangxian.journeys.campaign;

import cn.liangxian.journeys.oracle.Oracle;
import cn.liangxian.journeys.oracle.Statement;
import cn.liangxian.journeys.oracle.Sums;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the five services say of themselves, from their own databases, beside what the topics say. */
public final class OwnBooks {

    /** One figure as the topics have it and as a service's database has it. */
    public record Figure(String service, String name, long topics, long database) {
        public boolean agrees() {
            return topics == database;
        }
    }

    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, JsonNode> statements;

    private OwnBooks(Map<String, JsonNode> statements) {
        this.statements = statements;
    }

    /** @param statements answer of {@code GET /statement} by service */
    public static List<Figure> compare(Oracle oracle, Map<String, JsonNode> statements) {
        OwnBooks books = new OwnBooks(statements);
        books.compare(oracle.statement());
        return books.figures;
    }

    private void compare(Statement topics) {
        for (String insurance : List.of("PENSION", "MEDICAL")) {
            figure("collection", "due " + insurance, topics.due().fen(insurance), "/due/" + insurance);
            figure("collection", "unpaid " + insurance, topics.unpaid().fen(insurance), "/unpaid/" + insurance);
            for (String payer : List.of("SELF", "PROXY", "SPONSOR")) {
                figure(
                        "collection",
                        "paid " + insurance + ' ' + payer,
                        topics.payers().fen(insurance + ' ' + payer),
                        "/paid/" + payer + "/" + insurance);
            }
            figure(
                    "reconciliation",
                    "treasury " + insurance,
                    topics.treasury().fen(insurance),
                    "/treasury/" + insurance + "/total");
            figure(
                    "reconciliation",
                    "entitled " + insurance,
                    topics.entitled().fen(insurance),
                    "/entitled/" + insurance + "/fen");
            figure(
                    "reconciliation",
                    "people entitled " + insurance,
                    topics.entitled().count(insurance),
                    "/entitled/" + insurance + "/people");
            figure(
                    "subsidy",
                    "paid on behalf " + insurance,
                    topics.proxyPaid().fen(insurance),
                    "/proxyPaid/" + insurance + "/fen");
            figure(
                    "subsidy",
                    "sponsored " + insurance,
                    topics.sponsored().fen(insurance),
                    "/sponsored/" + insurance + "/fen");
        }
        for (String purpose : List.of("PROXY", "TIER_SUBSIDY", "FISCAL_SUBSIDY", "GRANT")) {
            figure("subsidy", "applied " + purpose, topics.applied().fen(purpose), "/applied/" + purpose);
            figure(
                    "subsidy",
                    "appropriated " + purpose,
                    topics.appropriated().fen(purpose),
                    "/appropriated/" + purpose);
            figure("subsidy", "returned " + purpose, topics.fundsReturned().fen(purpose), "/returned/" + purpose);
        }
        figure("subsidy", "ledger sum", 0, "/ledgerSum");
        figure("subsidy", "shortfall", topics.shortfall().fen(), "/shortfall");
        named("reconciliation", "standing differences", fen(topics.differences()), "/differences");
        named("reconciliation", "red list", fen(topics.redList()), "/redList");
        named("collection", "by channel", fen(topics.channels()), "/byChannel");
        figure("collection", "surplus", topics.surplus().fen(), "/surplus");
        figure("collection", "refunded", topics.refunds().fen(), "/refunded");
        Map<String, String> cash =
                Map.of("TAKEN", "taken", "PAID_IN", "paidIn", "KEPT", "kept", "GIVEN_BACK", "returned", "HELD", "held");
        cash.forEach(
                (end, own) -> figure("collection", "cash " + end, topics.cash().fen(end), "/cash/" + own));
        figure("audit", "obligations on time", topics.deadlines().onTime(), "/obligations/onTime");
        figure("audit", "obligations late", topics.deadlines().late(), "/obligations/late");
        figure("audit", "obligations missed", topics.deadlines().missed(), "/obligations/missed");
        figure("audit", "obligations confirmed zero", topics.deadlines().confirmedZero(), "/obligations/confirmedZero");
        figure("audit", "obligations waived", topics.deadlines().waived(), "/obligations/waived");
        figure("audit", "publications evidenced", topics.publications(), "/publications/evidenced");
        Map<String, Long> lists = new TreeMap<>();
        topics.lists().forEach((grade, count) -> lists.put(grade, (long) count));
        named("enrollment", "lists", lists, "/lists");
        figure("enrollment", "rows that went back", topics.rejectedRows(), "/importRejected");
    }

    /** A name that only one of the two has is a figure too. */
    private void named(String service, String what, Map<String, Long> topics, String pointer) {
        Set<String> names = new TreeSet<>(topics.keySet());
        statements.get(service).at(pointer).fieldNames().forEachRemaining(names::add);
        names.forEach(name -> figure(service, what + ' ' + name, topics.getOrDefault(name, 0L), pointer + '/' + name));
    }

    /** What a service states by name may lack a name that is nought; a figure of its own may not be missing. */
    private void figure(String service, String name, long topics, String pointer) {
        JsonNode statement = statements.get(service);
        if (statement.path(pointer.split("/")[1]).isMissingNode()) {
            throw new IllegalStateException(service + " states no " + pointer);
        }
        JsonNode own = statement.at(pointer);
        figures.add(new Figure(
                service, name, topics, own.isObject() ? own.path("fen").asLong() : own.asLong(0)));
    }

    private static Map<String, Long> fen(Sums sums) {
        Map<String, Long> fen = new TreeMap<>();
        sums.byName().forEach((name, sum) -> fen.put(name, sum.fen()));
        return fen;
    }
}
