package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A CSV file in UTF-8 or GB18030; commas, semicolons or tabs between its fields. */
final class CsvListReader implements ListReader {

    /** What a spreadsheet makes of a long number that was not kept as text. */
    private static final Pattern MANGLED = Pattern.compile("\\s*[0-9]([.][0-9]+)?[eE][+]?[0-9]{1,2}\\s*");

    private final Path file;
    private final StrictText encoding;
    private final ListLimits limits;

    CsvListReader(Path file, StrictText encoding, ListLimits limits) {
        this.file = file;
        this.encoding = encoding;
        this.limits = limits;
    }

    @Override
    public void read(RowHandler rows) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separatorOf(file, encoding))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(limits.gapBytes())
                .ofCsvRecord(encoding.open(file))) {
            var all = records.iterator();
            int number = 0;
            for (CsvRecord record = next(all); record != null; record = next(all)) {
                if (++number > limits.rows()) {
                    throw limits.tooManyRows();
                }
                List<Cell> cells = cellsOf(record);
                if (!cells.isEmpty()) {
                    rows.row(number, cells);
                }
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableListException(
                    Unreadable.ENCODING_BROKEN, new Text("读取时文件有变动", "the file changed while it was read"));
        }
    }

    /** The separator that the first line uses most. */
    static char separatorOf(Path file, StrictText encoding) throws IOException {
        try (Reader reader = new BufferedReader(encoding.open(file), 4096)) {
            int[] counts = new int[128];
            int read = 0;
            for (int c = reader.read(); c >= 0 && c != '\n' && read < 4096; c = reader.read(), read++) {
                if (c < counts.length) {
                    counts[c]++;
                }
            }
            if (counts['\t'] > counts[',']) {
                return '\t';
            }
            return counts[';'] > counts[','] ? ';' : ',';
        }
    }

    private static CsvRecord next(java.util.Iterator<CsvRecord> records) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new UnreadableListException(
                    Unreadable.CSV_BROKEN, new Text("有字段过长或引号不成对", "a field is too long or its quotes are broken"));
        } catch (java.io.UncheckedIOException e) {
            throw new UnreadableListException(
                    Unreadable.CSV_BROKEN, Text.value(e.getCause().getClass().getSimpleName()));
        }
    }

    private List<Cell> cellsOf(CsvRecord record) {
        if (record.getFieldCount() > limits.columns()) {
            throw new UnreadableListException(
                    Unreadable.CSV_BROKEN,
                    new Text("超过" + limits.columns() + "个字段", "more than " + limits.columns() + " fields"));
        }
        List<Cell> cells = new ArrayList<>(record.getFieldCount());
        boolean something = false;
        for (String field : record.getFields()) {
            Cell cell = cellOf(field);
            something |= !cell.isEmpty();
            cells.add(cell);
        }
        return something ? cells : List.of();
    }

    private static Cell cellOf(String field) {
        // a leading = would run as a formula in the next spreadsheet that opens the file
        if (field.startsWith("=")) {
            return new Cell(Cell.Kind.FORMULA, field);
        }
        return MANGLED.matcher(field).matches() ? new Cell(Cell.Kind.NUMBER, field.strip()) : Cell.text(field);
    }
}
