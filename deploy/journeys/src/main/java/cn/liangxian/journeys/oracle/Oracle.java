package cn.liangxian.journeys.oracle;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts a campaign from its topics alone. It shares nothing with the services: no class, no rule, no database; it can
 * therefore contradict them.
 */
public final class Oracle {

    private final Claims claims = new Claims();
    private final TreasuryDays days = new TreasuryDays();
    private final Entitlements entitlements = new Entitlements();
    private final Funds funds = new Funds();
    private final Sweeps sweeps = new Sweeps();
    private final Deadlines deadlines = new Deadlines();
    private final Debits debits = new Debits();
    private final Cash cash = new Cash();
    private final Findings findings = new Findings();
    private final Acknowledged acknowledged;
    private final Map<String, Integer> lists = new TreeMap<>();
    private int rejectedRows;
    private final Set<String> publications = new HashSet<>();
    private final Set<String> complaints = new HashSet<>();
    private final Set<String> investigated = new HashSet<>();
    private LocalDate lastDay;
    private long events;
    private long duplicates;
    private long unreadable;

    Oracle() {
        this(Acknowledged.NOTHING);
    }

    private Oracle(Acknowledged acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** Reads everything that the broker holds now. */
    public static Oracle read(String bootstrapServers) {
        return read(bootstrapServers, new Oracle());
    }

    /** As {@link #read(String)}, and holds against it what the journal of the world says was acknowledged. */
    public static Oracle read(String bootstrapServers, Path journal) {
        return read(bootstrapServers, new Oracle(Acknowledged.read(journal)));
    }

    private static Oracle read(String bootstrapServers, Oracle oracle) {
        Topics topics = new Topics(bootstrapServers);
        topics.read(oracle::take);
        oracle.duplicates = topics.duplicates();
        oracle.unreadable = topics.unreadable();
        oracle.claims.settle();
        return oracle;
    }

    void take(Event event) {
        events++;
        claims.take(event);
        days.take(event);
        entitlements.take(event);
        funds.take(event);
        sweeps.take(event);
        deadlines.take(event);
        debits.take(event);
        cash.take(event);
        findings.take(event);
        acknowledged.take(event);
        switch (event.fact()) {
            case "enrollment-special-group-listed" -> lists.merge(event.text("grade"), 1, Integer::sum);
            case "enrollment-import-rejected" -> rejectedRows++;
            case "audit-publication-evidenced" -> publications.add(event.text("publicationId"));
            case "audit-complaint-received" -> complaints.add(event.text("complaintId"));
            case "audit-complaint-closed" -> {
                if (event.data().get("by").size() > 1) investigated.add(event.text("complaintId"));
            }
            case "audit-day-opened" -> {
                LocalDate date = event.date("date");
                lastDay = lastDay == null || date.isAfter(lastDay) ? date : lastDay;
            }
            default -> {}
        }
    }

    public long events() {
        return events;
    }

    /** Records delivered again under an id that was read before. */
    public long duplicates() {
        return duplicates;
    }

    public Findings findings() {
        return findings;
    }

    /** Nothing, when nobody kept a journal. */
    public Proved proved() {
        return acknowledged.proved();
    }

    public Statement statement() {
        return new Statement(
                lastDay,
                claims.people(),
                lists,
                rejectedRows,
                claims.due(),
                claims.payers,
                claims.channels,
                claims.unpaid(),
                claims.surplus,
                claims.refunds,
                days.treasury(),
                days.differences(),
                days.differencesEver,
                entitlements.entitled(),
                entitlements.redList(),
                entitlements.everRed(),
                funds.applied,
                funds.appropriated,
                funds.shortfall,
                funds.proxyPaid,
                funds.sponsored,
                funds.returned,
                deadlines.all(),
                deadlines.byHandoff(),
                publications.size(),
                debits.byEnd(),
                cash.byEnd(),
                complaints.size(),
                investigated.size());
    }

    /** What must hold to the fen at the end of a campaign. */
    public List<Equation> equations() {
        long self = paidBy("SELF");
        long proxy = paidBy("PROXY");
        long sponsor = paidBy("SPONSOR");
        long paid = self + proxy + sponsor;
        Sums taken = cash.byEnd();
        // what was taken off claims is not in paid any more
        long collected = paid + claims.takenOff() + claims.surplus.fen() - claims.refunds.fen();
        return List.of(
                new Equation(
                        "应缴 = 个人缴 + 代缴 + 资助 + 未缴",
                        "due = paid by persons + paid on behalf + sponsored + unpaid",
                        claims.due().fen(),
                        self + proxy + sponsor + claims.unpaid().fen()),
                new Equation(
                        "征收 + 点名差额 = 国库入库",
                        "collected + named differences = treasury",
                        collected + days.differences().fen(),
                        days.treasury().fen()),
                new Equation(
                        "已缴 = 已享资格 + 红名单",
                        "paid = entitled + red list",
                        paid,
                        entitlements.entitled().fen() + entitlements.redList().fen()),
                new Equation(
                        "拨付 = 入账 + 退回",
                        "appropriated = posted + returned",
                        funds.appropriated.fen(),
                        funds.posted() + funds.returned.fen()),
                new Equation(
                        "代缴支付 = 代缴入账 + 税务退回",
                        "paid on behalf = settled + returned by tax",
                        funds.proxyPaid.fen(),
                        proxy + claims.returned.fen("PROXY")),
                new Equation(
                        "资助支付 = 资助入账 + 税务退回",
                        "sponsored = settled + returned by tax",
                        funds.sponsored.fen(),
                        sponsor + claims.returned.fen("SPONSOR")),
                new Equation(
                        "现金收取 = 代为缴费 + 多收 + 退还 + 在手",
                        "cash taken = paid in + kept + given back + held",
                        taken.fen("TAKEN"),
                        taken.fen("PAID_IN") + taken.fen("KEPT") + taken.fen("GIVEN_BACK") + taken.fen("HELD")));
    }

    /** Facts that contradict each other; none in a sound campaign. */
    public List<String> contradictions() {
        List<String> all = new ArrayList<>(claims.contradictions());
        all.addAll(days.contradictions());
        all.addAll(sweeps.contradictions());
        all.addAll(cash.contradictions());
        all.addAll(acknowledged.contradictions());
        all.addAll(debits.contradictions());
        if (unreadable > 0) {
            all.add(unreadable + " records are no JSON");
        }
        return all;
    }

    /** What no campaign may hold on any of its days, though much is still under way on it: a thing that was done twice. */
    public List<String> doubled() {
        List<String> all = new ArrayList<>(claims.bookedTwice());
        all.addAll(acknowledged.doubled());
        all.addAll(debits.doubled());
        return all;
    }

    private long paidBy(String payer) {
        return claims.payers.fen("PENSION " + payer) + claims.payers.fen("MEDICAL " + payer);
    }
}
