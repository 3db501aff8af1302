package cn.liangxian.world.actor;

import cn.liangxian.policy.DebitBank;
import cn.liangxian.policy.DebitResult;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.BankFile.Line;
import cn.liangxian.world.actor.BankFile.Reply;
import cn.liangxian.world.population.Chance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The banks: fetch the day's batch, debit what lies on the accounts, and answer: most the same day, some slowly, now and
 * then twice, and a part never, until tax asks. On the last day they answer whatever is left.
 */
public final class Banks implements Actor {
    private static final double DROPPED = 0.05;
    private static final double DOUBLED = 0.10;
    private static final double STILL_UNKNOWN = 0.2;
    /** Debits that cannot be reversed any more, though their term has not passed. */
    private static final double HANDED_ON = 0.25;

    private static final int[] SLOW = {70, 20, 10};
    private static final int[] SLOW_DAYS = {0, 1, 3};

    private final Surroundings around;
    private final DebitAccounts accounts;
    private final List<Batch> arrived = new ArrayList<>();
    private final Map<String, Batch> batches = new HashMap<>();
    /** By day, then by batch: what is answered without being asked. */
    private final Map<LocalDate, Map<String, List<Reply>>> replies = new TreeMap<>();

    private static final class Batch {
        private final String no;
        private final String bank;
        private final LocalDate date;
        private final Map<Integer, Reply> decided = new TreeMap<>();

        private Batch(JsonNode sent) {
            no = sent.path("batchNo").asText();
            bank = sent.path("bank").asText();
            date = LocalDate.parse(sent.path("date").asText());
        }
    }

    public Banks(Surroundings around, DebitAccounts accounts) {
        this.around = around;
        this.accounts = accounts;
        around.topics().subscribe("collection-debit-batch-sent-v1", sent -> arrived.add(new Batch(sent)));
    }

    static String client(Surroundings around, String bank) {
        return around.access().client("bank", bank.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        List<Batch> today = List.copyOf(arrived);
        arrived.clear();
        today.forEach(batch -> debit(batch, day));
        Map<String, List<Reply>> due = replies.remove(day);
        if (due != null) due.forEach((batch, rows) -> answer(batches.get(batch), rows, day, ""));
        around.policy().debit().ifPresent(terms -> {
            if (!day.isBefore(terms.first())) terms.banks().forEach(bank -> answerQuestions(bank, day));
        });
    }

    private void debit(Batch batch, LocalDate day) {
        batches.put(batch.no, batch);
        DebitBank bank =
                around.policy().debit().flatMap(terms -> terms.bank(batch.bank)).orElseThrow();
        byte[] file = around.access()
                .get(Service.COLLECTION, client(around, batch.bank), "/debit-batches/" + batch.no + "/file")
                .orThrow("file of debit batch " + batch.no)
                .body();
        for (Line line : BankFile.read(file)) {
            DebitResult result = accounts.debit(line.agreementNo(), line.fen(), day);
            Reply reply = new Reply(line, code(bank, result), result, day);
            batch.decided.put(line.number(), reply);
            Chance die = die(batch).of(line.number());
            if (isAskedFor(day) && die.of("dropped").happens(DROPPED)) continue;
            LocalDate on =
                    isLast(day) ? day : day.plusDays(SLOW_DAYS[die.of("slow").weighted(SLOW[0], SLOW[1], SLOW[2])]);
            replies.computeIfAbsent(on.isAfter(lastDay()) ? lastDay() : on, d -> new TreeMap<>())
                    .computeIfAbsent(batch.no, b -> new ArrayList<>())
                    .add(reply);
        }
    }

    private Chance die(Batch batch) {
        return around.chance().of("bank").of(batch.bank).of(batch.date.toString());
    }

    private LocalDate lastDay() {
        return around.county().lastDay();
    }

    /** Whether collection will still ask for what the bank does not answer of a day. */
    private boolean isAskedFor(LocalDate day) {
        int answerDays = around.policy().debit().map(DebitTerms::answerDays).orElse(0);
        return day.plusDays(answerDays).isBefore(lastDay());
    }

    private boolean isLast(LocalDate day) {
        return day.equals(lastDay());
    }

    /** The bank's own code, the first of those that mean the same. */
    private static String code(DebitBank bank, DebitResult result) {
        return bank.results().entrySet().stream()
                .filter(entry -> entry.getValue() == result)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(bank.code() + " has no code for " + result));
    }

    private void answer(Batch batch, List<Reply> rows, LocalDate day, String occasion) {
        String key = "debit-answer-" + batch.bank + "-" + batch.date + "-" + day + occasion;
        send(batch, rows, key);
        if (die(batch).of(day.toString()).of(occasion).happens(DOUBLED)) send(batch, rows, key + "-doubled");
    }

    /** In parts that a service takes. */
    private void send(Batch batch, List<Reply> rows, String key) {
        for (int from = 0; from < rows.size(); from += BankFile.MOST_ROWS) {
            List<Reply> part = rows.subList(from, Math.min(rows.size(), from + BankFile.MOST_ROWS));
            sendPart(batch, part, from == 0 ? key : key + "-from-" + from);
        }
    }

    private void sendPart(Batch batch, List<Reply> rows, String key) {
        Answer answer = around.access()
                .post(
                        Service.COLLECTION,
                        client(around, batch.bank),
                        "/debit-batches/" + batch.no + "/answers",
                        key,
                        new Body("application/xml", BankFile.write(batch.no, batch.date, rows), Map.of()));
        answer.orThrow("answer to debit batch " + batch.no);
    }

    /** What is found debited when it is to be stopped is asked back at once, so on the last day the bank looks again. */
    private void answerQuestions(DebitBank bank, LocalDate day) {
        answerQuestions(bank, day, "");
        if (isLast(day)) answerQuestions(bank, day, "-again");
    }

    private void answerQuestions(DebitBank bank, LocalDate day, String occasion) {
        JsonNode questions = around.access()
                .get(Service.COLLECTION, client(around, bank.code()), "/debit-questions?limit=10000")
                .orThrow("questions to " + bank.code())
                .json();
        Map<String, List<Reply>> answers = new TreeMap<>();
        StringBuilder stops = new StringBuilder();
        StringBuilder reversals = new StringBuilder();
        for (JsonNode question : questions) {
            Batch batch = batches.get(question.path("batchNo").asText());
            Reply reply = batch.decided.get(question.path("lineNo").asInt());
            String ask = question.path("ask").asText();
            if (ask.equals("REVERSE")) {
                boolean inTime =
                        !die(batch).of(reply.line().number()).of("reversal").happens(HANDED_ON);
                if (inTime)
                    accounts.giveBack(reply.line().agreementNo(), reply.line().fen());
                reversals.append(BankFile.reversed(reply.line(), inTime));
            } else if (ask.equals("STOP") && !reply.debited()) {
                stops.append(BankFile.stopped(reply.line()));
            } else {
                answers.computeIfAbsent(batch.no, b -> new ArrayList<>())
                        .add(said(bank, batch, reply, question.path("asked").asInt(), day));
            }
        }
        answers.forEach((no, rows) -> answer(batches.get(no), rows, day, "-asked" + occasion));
        if (!stops.isEmpty()) reply(bank, "/debit-stops", stops, day, occasion);
        if (!reversals.isEmpty()) reply(bank, "/debit-reversals", reversals, day, occasion);
    }

    /** Asked for the first time, the bank may not know yet. */
    private Reply said(DebitBank bank, Batch batch, Reply reply, int asked, LocalDate day) {
        boolean knows = asked > 1
                || isLast(day)
                || !die(batch).of(reply.line().number()).of("knows").happens(STILL_UNKNOWN);
        return knows ? reply : new Reply(reply.line(), code(bank, DebitResult.UNKNOWN), DebitResult.UNKNOWN, null);
    }

    private void reply(DebitBank bank, String path, CharSequence messages, LocalDate day, String occasion) {
        around.access()
                .post(
                        Service.COLLECTION,
                        client(around, bank.code()),
                        path,
                        path.substring(1) + "-" + bank.code() + "-" + day + occasion,
                        new Body("application/xml", BankFile.messages(messages), Map.of()))
                .orThrow("reply of " + bank.code() + " to " + path);
    }
}
