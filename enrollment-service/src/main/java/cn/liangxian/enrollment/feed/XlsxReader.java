package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The first visible sheet of an XLSX workbook. */
final class XlsxReader implements ListReader {

    private final Path file;
    private final ListLimits limits;

    XlsxReader(Path file, ListLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    @Override
    public void read(RowHandler rows) throws IOException {
        try {
            new WorkbookGuard(limits).pass(file);
        } catch (IOException e) {
            throw broken(e);
        }
        try (ReadableWorkbook workbook = open();
                Stream<Row> stream = firstSheet(workbook)) {
            Iterator<Row> all = stream.iterator();
            int count = 0;
            for (Row row = next(all); row != null; row = next(all)) {
                List<Cell> cells = cellsOf(row);
                if (cells.isEmpty()) {
                    continue;
                }
                if (++count > limits.rows()) {
                    throw limits.tooManyRows();
                }
                rows.row(row.getRowNum(), cells);
            }
        }
    }

    private ReadableWorkbook open() {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        } catch (Exception e) {
            throw broken(e);
        }
    }

    private static Stream<Row> firstSheet(ReadableWorkbook workbook) {
        try {
            if (workbook.isDate1904()) {
                throw new UnreadableListException(
                        Unreadable.XLSX_BROKEN, new Text("日期按1904年起算", "dates counted from 1904"));
            }
            Optional<Sheet> sheet = workbook.getSheets()
                    .filter(candidate -> candidate.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst();
            if (sheet.isEmpty()) {
                throw new UnreadableListException(Unreadable.XLSX_BROKEN, new Text("没有可见工作表", "no visible sheet"));
            }
            return sheet.get().openStream();
        } catch (UnreadableListException e) {
            throw e;
        } catch (Exception e) {
            throw broken(e);
        }
    }

    /**
     * The reader meets broken XML as it goes and throws, undeclared, what its parser throws; here it is about the file and
     * never about our work on a row.
     */
    private static Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (Exception e) {
            throw broken(e);
        }
    }

    /** Empty when nothing stands in the row. */
    private List<Cell> cellsOf(Row row) {
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        boolean something = false;
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = cellOf(row.getCell(i));
            something |= !cell.isEmpty();
            cells.add(cell);
        }
        return something ? cells : List.of();
    }

    private Cell cellOf(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        String text = cell.getValue() instanceof java.math.BigDecimal number
                ? plain(number)
                : String.valueOf(cell.getValue() == null ? "" : cell.getValue());
        return switch (cell.getType()) {
            case NUMBER -> new Cell(Cell.Kind.NUMBER, text);
            // a text that some writers mark as the result of a formula, without any formula
            case FORMULA -> cell.getFormula() == null ? Cell.text(text) : new Cell(Cell.Kind.FORMULA, text);
            case ERROR -> new Cell(Cell.Kind.ERROR, text);
            default -> Cell.text(text);
        };
    }

    /** 1E400000000 in a cell must not become a text of as many digits. */
    private static String plain(java.math.BigDecimal number) {
        return Math.abs(number.scale()) > 400 || number.precision() > 400 ? number.toString() : number.toPlainString();
    }

    /** The parser's own message quotes the file; its name has to do. */
    private static UnreadableListException broken(Exception e) {
        return new UnreadableListException(
                Unreadable.XLSX_BROKEN, Text.value(e.getClass().getSimpleName()));
    }
}
