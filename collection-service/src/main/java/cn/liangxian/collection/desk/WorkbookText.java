package cn.liangxian.collection.desk;

import cn.liangxian.collection.desk.FilledTable.Fault;
import cn.liangxian.collection.desk.FilledTable.Kept;
import cn.liangxian.collection.desk.FilledTable.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of a workbook as text, row by row. What unpacks to more than a township's list is refused before the reader
 * may touch it, so that a small hostile file fills neither memory nor time.
 */
final class WorkbookText {

    /** Sixty thousand rows as spreadsheets write them take some twenty. */
    private static final long MOST_UNPACKED = 24L << 20;

    private static final int MOST_PARTS = 200;
    private static final int MOST_ROWS = 70_000;
    /** A cell far to the right makes a row as long. */
    private static final int MOST_COLUMNS = 50;

    private WorkbookText() {}

    /** Takes the rows; numbers are those that a spreadsheet shows. */
    @FunctionalInterface
    interface Rows {
        void row(int number, List<FilledTable.Cell> cells);
    }

    static void read(Path file, Rows rows) throws IOException, UnreadableException {
        try {
            mustBeSmall(file);
            each(file, rows);
        } catch (RuntimeException e) {
            // both libraries throw, undeclared, whatever they meet in a broken file
            throw new UnreadableException(Fault.BROKEN);
        }
    }

    private static void each(Path file, Rows rows) throws IOException, UnreadableException {
        int taken = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext(); taken++) {
                if (taken == MOST_ROWS) {
                    throw new UnreadableException(Fault.TOO_LARGE);
                }
                Row row = all.next();
                rows.row(row.getRowNum(), cells(row));
            }
        }
    }

    /** By the bytes as they unpack: what the archive says of its sizes is the sender's word. The library is the reader's. */
    private static void mustBeSmall(Path file) throws IOException, UnreadableException {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[16 * 1024];
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) {
                            throw new UnreadableException(Fault.TOO_LARGE);
                        }
                    }
                }
                parts++;
            }
        }
    }

    private static List<FilledTable.Cell> cells(Row row) {
        List<FilledTable.Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? FilledTable.Cell.EMPTY : new FilledTable.Cell(cell.getText(), kept(cell)));
        }
        return cells;
    }

    /** The library calls a text a formula also where a writer left it in the cell itself, with no formula. */
    private static Kept kept(Cell cell) {
        return switch (cell.getType()) {
            case STRING, EMPTY -> Kept.TEXT;
            case NUMBER -> cell.getFormula() == null ? Kept.NUMBER : Kept.COMPUTED;
            case FORMULA -> cell.getFormula() == null ? Kept.TEXT : Kept.COMPUTED;
            case BOOLEAN, ERROR -> Kept.COMPUTED;
        };
    }
}
