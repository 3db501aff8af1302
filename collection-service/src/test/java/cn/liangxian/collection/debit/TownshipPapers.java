package cn.liangxian.collection.debit;

import cn.liangxian.audit.DutyHandoff.Duty;
import cn.liangxian.audit.DutyHandoff.DutyAssigned;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a township of a county that debits sends in. Amounts are in yuan. */
public final class TownshipPapers {

    public static final String TOWN = "653130100";
    static final String SPECIALIST = "专干甲";

    private TownshipPapers() {}

    @SafeVarargs
    static Map<String, Object> debitList(Map<String, Object>... rows) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("township", TOWN);
        list.put("declaredCount", rows.length);
        list.put("categories", "普通居民" + rows.length + "人");
        list.put("signedBy", "乡长");
        list.put("sealed", true);
        list.put("rows", List.of(rows));
        return list;
    }

    static Map<String, Object> row(Resident resident, long yuan) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("idNumber", resident.idNumber());
        row.put("insurance", Insurance.MEDICAL.name());
        row.put("amount", yuan * 100);
        return row;
    }

    static Map<String, Object> cannot(Resident resident, String reason) {
        Map<String, Object> row = row(resident, 0);
        row.put("reason", reason);
        return row;
    }

    static Map<String, Object> change(Resident resident, long yuan) {
        return Map.of(
                "idNumber",
                resident.idNumber(),
                "insurance",
                Insurance.PENSION.name(),
                "tier",
                yuan * 100,
                "amount",
                yuan * 100,
                "reason",
                "居民选择更高档次",
                "specialist",
                SPECIALIST);
    }

    /** A township's specialist takes up the duty. */
    static DutyAssigned specialist(String person, LocalDate from) {
        return new DutyAssigned(
                Uuid7.next().toString(),
                Duty.SPECIALIST,
                Department.TOWNSHIP,
                TOWN,
                person,
                "科员",
                "000-0000000",
                from,
                null,
                null,
                null,
                from);
    }

    static Map<String, Object> renewals(int declared, Resident... residents) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Resident resident : residents) {
            lines.add(Map.of("idNumber", resident.idNumber(), "reason", "CARD_CHANGED"));
        }
        return Map.of("township", TOWN, "declaredCount", declared, "lines", lines);
    }

    /** Two with one bank and one with another, amounts set on the first day of the campaign. */
    static void ready(County county, Resident first, Resident second, Resident third) {
        county.opens("2023-09-01");
        Bank.RURAL_CREDIT.signs(first, "A1").statusCode(201);
        Bank.RURAL_CREDIT.signs(second, "A2").statusCode(201);
        Bank.POSTAL_SAVINGS.signs(third, "P3").statusCode(201);
        setAmounts(row(first, 380), row(second, 380), row(third, 380));
    }

    @SafeVarargs
    static void setAmounts(Map<String, Object>... rows) {
        String id = new Desk("TOWNSHIP", TOWN)
                .post("/debit-lists", debitList(rows))
                .statusCode(201)
                .extract()
                .path("listId");
        new Desk("TAX", "653130")
                .post("/debit-lists/" + id + "/amounts", Map.of())
                .statusCode(201);
    }
}
