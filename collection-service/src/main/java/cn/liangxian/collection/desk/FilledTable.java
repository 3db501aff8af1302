package cn.liangxian.collection.desk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A table that an office filled in at a spreadsheet: a workbook, or CSV in UTF-8 or GB18030 with commas, semicolons or tabs
 * between its fields; the rows below the header by the names of its columns. It is held in memory, so that it has a limit.
 */
public final class FilledTable {

    /** Sixty thousand rows of a township with everything filled in. */
    private static final long MOST_BYTES = 10L << 20;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\ufeff';
    private static final Pattern EXPONENT = Pattern.compile("\\d([.]\\d+)?[Ee][+]?\\d+");

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> header = List.of();

    private final List<String> required;

    private FilledTable(List<String> required) {
        this.required = required;
    }

    /** Why a file is no table that can be read. */
    public enum Fault {
        NO_FILE,
        TOO_LARGE,
        ENCODING,
        BROKEN,
        NO_HEADER
    }

    /** How a spreadsheet keeps what a cell shows. */
    public enum Kept {
        TEXT,
        /** Of fifteen digits: what is longer has lost its last ones. */
        NUMBER,
        /** A formula, a truth value or an error: nobody wrote what it shows. */
        COMPUTED
    }

    record Cell(String text, Kept kept) {
        static final Cell EMPTY = new Cell("", Kept.TEXT);

        Cell {
            text = text.strip();
        }

        /** Of CSV, where an exponent is all that tells that a spreadsheet had it for a number. */
        static Cell written(String text) {
            return new Cell(text, EXPONENT.matcher(text.strip()).matches() ? Kept.NUMBER : Kept.TEXT);
        }
    }

    /** Nothing of the file was taken. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Fault fault;

        UnreadableException(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** A row; {@code number} is that of its line, as a spreadsheet counts it. */
    public final class Row {
        private final int number;
        private final List<Cell> cells;

        private Row(int number, List<Cell> cells) {
            this.number = number;
            this.cells = cells;
        }

        public int number() {
            return number;
        }

        /** Empty where nothing stands. */
        public String text(String column) {
            return cell(column).text();
        }

        public Kept kept(String column) {
            return cell(column).kept();
        }

        private Cell cell(String column) {
            Integer index = columns.get(column);
            return index == null || index >= cells.size() ? Cell.EMPTY : cells.get(index);
        }
    }

    public List<Row> rows() {
        return rows;
    }

    /** The names of all columns as they stand; empty where a column has none, twice where two have the same. */
    public List<String> header() {
        return header;
    }

    /** @param required columns by which the header is known */
    public static FilledTable of(FileUpload file, List<String> required) throws UnreadableException {
        if (file == null || file.size() < 2) {
            throw new UnreadableException(Fault.NO_FILE);
        }
        if (file.size() > MOST_BYTES) {
            throw new UnreadableException(Fault.TOO_LARGE);
        }
        FilledTable table = new FilledTable(required);
        try {
            byte[] bytes = Files.readAllBytes(file.uploadedFile());
            if (bytes[0] == 'P' && bytes[1] == 'K') {
                WorkbookText.read(file.uploadedFile(), table::row);
            } else {
                table.read(text(bytes));
            }
        } catch (IOException e) {
            throw new UnreadableException(Fault.BROKEN);
        }
        if (table.columns.isEmpty()) {
            throw new UnreadableException(Fault.NO_HEADER);
        }
        return table;
    }

    private void read(String text) throws UnreadableException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            int number = 0;
            for (CsvRecord record : records) {
                row(++number, record.getFields().stream().map(Cell::written).toList());
            }
        } catch (CsvParseException | IOException e) {
            throw new UnreadableException(Fault.BROKEN);
        }
    }

    /** Titles may stand above the header, and nothing between the rows. */
    private void row(int number, List<Cell> cells) {
        if (!columns.isEmpty()) {
            if (cells.stream()
                    .anyMatch(
                            cell -> cell.kept() == Kept.COMPUTED || !cell.text().isEmpty())) {
                rows.add(new Row(number, cells));
            }
            return;
        }
        List<String> names = cells.stream().map(Cell::text).toList();
        if (names.containsAll(required)) {
            header = names;
            for (int i = 0; i < names.size(); i++) {
                columns.putIfAbsent(names.get(i), i);
            }
        }
    }

    /** The one that the first line uses most. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char most = ',';
        for (char other : new char[] {';', '\t'}) {
            if (count(first, other) > count(first, most)) {
                most = other;
            }
        }
        return most;
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    /** What is not UTF-8 is what spreadsheets here save by themselves. */
    private static String text(byte[] bytes) throws UnreadableException {
        try {
            String text = decoded(bytes, StandardCharsets.UTF_8);
            return text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            try {
                return decoded(bytes, GB18030);
            } catch (CharacterCodingException neither) {
                throw new UnreadableException(Fault.ENCODING);
            }
        }
    }

    /** A decoder reports what does not belong instead of replacing it. */
    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
