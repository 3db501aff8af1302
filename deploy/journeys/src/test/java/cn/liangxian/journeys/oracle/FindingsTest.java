package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A wrong is found only where it was done: another list, row or voucher with the same fault does not count for it. */
class FindingsTest {

    private final Findings findings = new Findings();

    @Test
    void aRejectedRowIsNamedByItsListInWhateverOrderTopicsAreRead() throws Exception {
        take("enrollment-import-rejected-v1", "{'listId': 'l', 'row': 7}");
        take("enrollment-special-group-listed-v1", list(3, 3));
        assertEquals(Set.of("370404100/CIVIL_AFFAIRS/DIBAO#7"), findings.of("REJECTED"));
    }

    @Test
    void aListWhoseHeadsAgreeIsNotFoundForItsCountWhateverItsGrade() throws Exception {
        take("enrollment-special-group-listed-v1", list(3, 3));
        assertEquals(Set.of(), findings.of("COUNT_DIFFERS"));
        take("enrollment-special-group-listed-v1", list(4, 3));
        assertEquals(Set.of("370404100/CIVIL_AFFAIRS/DIBAO"), findings.of("COUNT_DIFFERS"));
    }

    @Test
    void aListIsLateWhenItWasMissedOrMetTooLateAndNotWhenItCameInTime() throws Exception {
        take("audit-deadline-met-v1", deadline("DIBAO", "'daysLate': 0"));
        take("audit-deadline-met-v1", deadline("TEKUN", "'daysLate': 1"));
        take("audit-deadline-missed-v1", deadline("ORPHAN", "'since': '2023-10-01'"));
        assertEquals(Set.of("370404100/CIVIL_AFFAIRS/TEKUN", "370404100/CIVIL_AFFAIRS/ORPHAN"), findings.of("LATE"));
    }

    @Test
    void aChangeThatWasToldTooLateIsNamedByItsTownshipAndIsNoLateList() throws Exception {
        String duty =
                "{'obligation': {'handoff': 'audit-duty-assigned', 'scope': {'township': '370404100'}}, 'daysLate': %d}";
        take("audit-deadline-met-v1", duty.formatted(0));
        assertEquals(Set.of(), findings.of("TOLD_LATE"));
        take("audit-deadline-met-v1", duty.formatted(5));
        assertEquals(Set.of("370404100"), findings.of("TOLD_LATE"));
        assertEquals(Set.of(), findings.of("LATE"));
    }

    @Test
    void aLineThatCannotBeLinkedIsNamedByItsInsuranceAndPerson() throws Exception {
        take(
                "collection-anomaly-raised-v1",
                "{'anomalyId': 'a', 'kind': 'IDENTITY_DIFFERS', 'insurance': 'PENSION', 'personKey': 'p'}");
        assertEquals(Set.of("PENSION/p"), findings.of("IDENTITY_DIFFERS"));
        assertEquals(Set.of(), findings.of("ID_NUMBER_SHARED"));
    }

    @Test
    void moneyIsNamedByChannelAndVoucher() throws Exception {
        take(
                "collection-contribution-surplus-v1",
                "{'reason': 'ALREADY_SETTLED', 'channel': 'WECHAT', 'voucher': 'D-1'}");
        take(
                "reconciliation-day-balanced-v1",
                "{'differences': [{'kind': 'DOUBLED_IN_TREASURY', 'channel': 'POS', 'voucher': 'C-2'}]}");
        assertEquals(Set.of("WECHAT/D-1"), findings.of("ALREADY_SETTLED"));
        assertEquals(Set.of("POS/C-2"), findings.of("DOUBLED_IN_TREASURY"));
        assertEquals(Set.of(), findings.of("MISSING_IN_TREASURY"));
    }

    @Test
    void cashThatWasNotPaidInOrOnlyInPartIsNamedByItsVillageOnceItWasPushedAndByItsBreach() throws Exception {
        take(
                "audit-cash-suspects-pushed-v1",
                "{'suspects': [{'breach': 'CASH_NOT_PAID', 'village': '653130100001'},"
                        + " {'breach': 'TAKEN_MORE', 'village': '653130100002'},"
                        + " {'breach': 'TAKEN_MORE', 'village': null}]}");
        assertEquals(Set.of("653130100001"), findings.of("CASH_NOT_PAID"));
        assertEquals(Set.of("653130100002"), findings.of("TAKEN_MORE"));
    }

    private static String list(int declared, int received) {
        return ("{'listId': 'l', 'area': '370404100', 'department': 'CIVIL_AFFAIRS', 'category': 'DIBAO',"
                        + " 'declaredCount': %d, 'receivedCount': %d}")
                .formatted(declared, received);
    }

    private static String deadline(String category, String end) {
        return ("{'obligation': {'handoff': 'enrollment-special-group-listed', 'scope': {'township': '370404100',"
                        + " 'department': 'CIVIL_AFFAIRS', 'category': '%s'}}, %s}")
                .formatted(category, end);
    }

    private void take(String topic, String data) throws Exception {
        findings.take(new Event(topic, "1", "k", null, new ObjectMapper().readTree(data.replace('\'', '"'))));
    }
}
