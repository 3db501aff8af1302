package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementContext;

/** How an entry of the register reads from its row. */
final class Register {

    /** The area that an obligation lies in: its township, else the county. */
    static String area(Obligation obligation, String county) {
        Map<String, String> scope = obligation.scope();
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
                row.getObject("due", LocalDate.class));
        LocalDate metOn = row.getObject("met_on", LocalDate.class);
        return new Entry(
                obligation,
                row.getInt("needed"),
                row.getString("started_by"),
                Standing.valueOf(row.getString("standing")),
                row.getObject("missed_on", LocalDate.class),
                metOn == null ? null : new Fulfilment(metOn, row.getString("met_by"), row.getString("manner")));
    }

    static String json(Map<String, String> scope) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(scope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
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
