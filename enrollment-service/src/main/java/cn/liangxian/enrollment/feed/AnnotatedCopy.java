package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A copy of a sender's file, in its format and encoding, with the column 错误原因 filled. An older column of that name is
 * written over. The copy holds what the cells say, not their fonts and colours.
 */
public final class AnnotatedCopy {

    /** Name of the column that says what is wrong. */
    public static final String REASON = "错误原因";

    private static final int FLUSH_EVERY = 500;

    private final ListFile file;
    private final List<String> required;
    private final ListLimits limits;

    public AnnotatedCopy(ListFile file, List<String> required, ListLimits limits) {
        this.file = file;
        this.required = required;
        this.limits = limits;
    }

    /** @param reasons the reason of a row by its number, empty where there is none; asked in the order of the file */
    public void write(Path target, IntFunction<String> reasons) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            switch (file.format()) {
                case XLSX -> workbook(out, reasons);
                case CSV -> csv(out, reasons);
                case JSON -> json(out, reasons);
                case LINES -> throw new IllegalArgumentException("feeds are not given back");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void workbook(OutputStream out, IntFunction<String> reasons) throws IOException {
        try (Workbook workbook = new Workbook(out, "liangxian", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            Placement placement = new Placement();
            int[] written = {0};
            file.reader(required, limits).read((number, cells) -> {
                int at = placement.of(cells);
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty() && i != at) {
                        // inline: a table of shared texts would grow with the list
                        sheet.inlineString(number - 1, i, cells.get(i).text());
                    }
                }
                String reason = placement.reason(number, reasons);
                if (!reason.isEmpty()) {
                    sheet.inlineString(number - 1, at, reason);
                }
                if (++written[0] % FLUSH_EVERY == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void csv(OutputStream out, IntFunction<String> reasons) throws IOException {
        if (file.text().bom()) {
            out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        }
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(CsvListReader.separatorOf(file.path(), file.text()))
                .build(out, file.text().charset())) {
            Placement placement = new Placement();
            file.reader(required, limits).read((number, cells) -> {
                int at = placement.of(cells);
                List<String> fields =
                        new ArrayList<>(cells.stream().map(Cell::text).toList());
                while (fields.size() <= at) {
                    fields.add("");
                }
                fields.set(at, placement.reason(number, reasons));
                writer.writeRecord(fields);
            });
        }
    }

    private void json(OutputStream out, IntFunction<String> reasons) throws IOException {
        try (JsonParser from = JsonListReader.FACTORY.createParser(file.path().toFile());
                JsonGenerator to = JsonListReader.FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            to.useDefaultPrettyPrinter();
            if (from.nextToken() != JsonToken.START_ARRAY) {
                throw new UnreadableListException(Unreadable.JSON_BROKEN, JsonListReader.NO_ARRAY);
            }
            to.writeStartArray();
            for (int number = 1; from.nextToken() == JsonToken.START_OBJECT; number++) {
                to.writeStartObject();
                while (from.nextToken() == JsonToken.FIELD_NAME) {
                    String name = from.currentName();
                    from.nextToken();
                    if (!name.equals(REASON)) {
                        to.writeFieldName(name);
                        to.copyCurrentStructure(from);
                    }
                }
                to.writeStringField(REASON, reasons.apply(number));
                to.writeEndObject();
            }
            to.writeEndArray();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UnreadableListException(
                    Unreadable.JSON_BROKEN, Text.value(e.getClass().getSimpleName()));
        }
    }

    /** Where the column stands: found with the header, right of everything in it. */
    private final class Placement {
        private int at = -1;
        private boolean headerNow;

        private int of(List<Cell> cells) {
            headerNow = false;
            if (at < 0) {
                List<String> names =
                        cells.stream().map(cell -> cell.text().strip()).toList();
                if (names.containsAll(required)) {
                    headerNow = true;
                    at = names.contains(REASON) ? names.indexOf(REASON) : names.size();
                }
            }
            return at < 0 ? cells.size() : at;
        }

        private String reason(int number, IntFunction<String> reasons) {
            if (headerNow) {
                return REASON;
            }
            return at < 0 ? "" : reasons.apply(number);
        }
    }
}
