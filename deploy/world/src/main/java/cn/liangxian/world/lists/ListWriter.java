package cn.liangxian.world.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes special-group lists as offices do. */
public final class ListWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ListWriter() {}

    public static byte[] write(ListFormat format, List<ListRow> rows) {
        return switch (format) {
            case XLSX -> workbook(rows);
            case JSON -> json(rows);
            default -> csv(rows).getBytes(format.charset());
        };
    }

    private static byte[] workbook(List<ListRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Offices", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            for (int c = 0; c < ListRow.COLUMNS.size(); c++) sheet.value(0, c, ListRow.COLUMNS.get(c));
            for (int r = 0; r < rows.size(); r++) {
                List<String> cells = rows.get(r).cells();
                for (int c = 0; c < cells.size(); c++) if (!cells.get(c).isEmpty()) sheet.value(r + 1, c, cells.get(c));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String csv(List<ListRow> rows) {
        StringBuilder text = new StringBuilder(String.join(",", ListRow.COLUMNS)).append("\r\n");
        for (ListRow row : rows) text.append(String.join(",", row.cells())).append("\r\n");
        return text.toString();
    }

    private static byte[] json(List<ListRow> rows) {
        List<Map<String, String>> objects = new ArrayList<>(rows.size());
        for (ListRow row : rows) {
            Map<String, String> object = new LinkedHashMap<>();
            for (int c = 0; c < ListRow.COLUMNS.size(); c++)
                object.put(ListRow.COLUMNS.get(c), row.cells().get(c));
            objects.add(object);
        }
        try {
            return JSON.writeValueAsBytes(objects);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
