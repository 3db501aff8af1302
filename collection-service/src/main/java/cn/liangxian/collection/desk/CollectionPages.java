package cn.liangxian.collection.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.AnomalyHandoff.AnomalyForwarded;
import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The navigation of the collection desk. Debits and agreements have a page where the policy debits, cash where it is watched,
 * residents who work elsewhere where it asks for a list of them.
 */
@ApplicationScoped
public class CollectionPages implements DeskEntries {

    public static final String BOARD = "board";
    public static final String DEBITS = "debits";
    public static final String DEBIT_LISTS = "debit-lists";
    public static final String AGREEMENTS = "agreements";
    public static final String RECEIPTS = "receipts";
    public static final String REFUNDS = "refunds";
    public static final String CASH = "cash";
    public static final String CASH_TAKING = "cash-taking";
    public static final String COLLECTORS = "collectors";
    public static final String ABSENT = "absent";
    public static final String CHANNELS = "channels";
    public static final String ANOMALIES = "anomalies";

    /** Whom they wait for, who raised them, and who may be asked to verify them. */
    private static final List<Department> OF_ANOMALIES = Stream.concat(
                    Stream.of(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU),
                    Stream.of(Handoff.termsOf(AnomalyForwarded.class).to()))
            .toList();

    private final boolean debits;
    private final boolean cash;
    private final boolean absent;

    CollectionPages(Policy policy) {
        this.debits = policy.debit().isPresent();
        this.cash = policy.cashRisk().isPresent();
        this.absent = policy.deadline("collection-absent-residents-listed").isPresent();
    }

    @Override
    public List<DeskEntry> entries() {
        List<DeskEntry> entries = new ArrayList<>();
        entries.add(new DeskEntry(
                BOARD, "board", "chart", List.of(TAX, TOWNSHIP, VILLAGE, COUNTY_GOVERNMENT, AUDIT_BUREAU)));
        if (debits) {
            entries.add(new DeskEntry(DEBITS, "debits", "phone", List.of(TAX, TOWNSHIP, VILLAGE)));
            entries.add(new DeskEntry(DEBIT_LISTS, "debitLists", "upload", List.of(TAX, TOWNSHIP)));
            entries.add(new DeskEntry(AGREEMENTS, "agreements", "list", List.of(TAX, TOWNSHIP)));
        }
        entries.add(new DeskEntry(CHANNELS, "channelsWatched", "link", List.of(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU)));
        entries.add(new DeskEntry(ANOMALIES, "anomalies", "warning", OF_ANOMALIES));
        entries.add(new DeskEntry(RECEIPTS, "receipts", "receipt", List.of(TAX, TOWNSHIP, VILLAGE)));
        entries.add(new DeskEntry(
                REFUNDS, "refunds", "money", List.of(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU)));
        if (absent) {
            entries.add(new DeskEntry(ABSENT, "absent", "phone", List.of(TAX, TOWNSHIP, VILLAGE)));
        }
        entries.add(new DeskEntry(COLLECTORS, "collectors", "person", List.of(TAX, TOWNSHIP, VILLAGE, AUDIT_BUREAU)));
        if (cash) {
            entries.add(new DeskEntry(CASH_TAKING, "cashTaking", "money", List.of(TOWNSHIP, VILLAGE)));
            entries.add(new DeskEntry(CASH, "cash", "balance", List.of(TAX, TOWNSHIP, AUDIT_BUREAU, DISCIPLINE)));
        }
        return entries;
    }
}
