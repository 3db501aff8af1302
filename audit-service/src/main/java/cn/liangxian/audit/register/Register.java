package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Inherited;
import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementContext;

/** How an entry of the register reads from its row. */
final class Register {

    /** The area that an obligation lies in: its township, else the county. */
    static String area(Map<String, String> scope, String county) {
        return scope.getOrDefault("village", scope.getOrDefault("township", county));
    }

    static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        Obligation obligation = new Obligation(
                row.getString("obligation_id"),
                row.getString("handoff"),
                Department.valueOf(row.getString("owner")),
                Department.valueOf(row.getString("receiver")),
                scope(row.getString("scope")),
                row.getString("clause"),
                row.getBoolean("assumed"),
                row.getObject("opened", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getString("area"),
                row.getInt("residents"),
                inherited(row.getString("inherited")));
        LocalDate metOn = row.getObject("met_on", LocalDate.class);
        return new Entry(
                obligation,
                row.getInt("needed"),
                row.getString("started_by"),
                List.of((String[]) row.getArray("causes").getArray()),
                Standing.valueOf(row.getString("standing")),
                row.getObject("missed_on", LocalDate.class),
                metOn == null ? null : new Fulfilment(metOn, row.getString("met_by"), row.getString("manner")),
                row.getObject("early_on", LocalDate.class));
    }

    /** As a column holds it; null without a value. */
    static String json(Object value) {
        try {
            return value == null ? null : HandoffJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Null where the column is. */
    static List<Inherited> inherited(String json) {
        try {
            return json == null ? null : HandoffJson.MAPPER.readValue(json, new TypeReference<List<Inherited>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("inherited lateness in the register is no JSON", e);
        }
    }

    private static Map<String, String> scope(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("scope in the register is no JSON", e);
        }
    }

    private Register() {}
}
