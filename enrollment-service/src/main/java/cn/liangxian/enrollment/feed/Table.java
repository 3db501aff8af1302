package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows below a header. The header is the first row that holds all required names, among the first few, since senders
 * put a title above it; columns with other names are left alone.
 */
public final class Table implements RowHandler {

    private static final int HEADER_AMONG = 10;

    /** Takes the rows below the header, with their cells by column name. */
    @FunctionalInterface
    public interface Rows {
        void row(int number, Row row);
    }

    private final List<String> required;
    private final List<String> known;
    private final Rows rows;
    private final Map<String, Integer> columns = new HashMap<>();
    private int above;
    private int received;

    /** @param known names of columns that are read, required ones included */
    public Table(List<String> required, List<String> known, Rows rows) {
        this.required = required;
        this.known = known;
        this.rows = rows;
    }

    /** One row; a cell that is not there is empty. */
    public final class Row {
        private final List<Cell> cells;

        private Row(List<Cell> cells) {
            this.cells = cells;
        }

        public Cell cell(String column) {
            Integer index = columns.get(column);
            return index == null || index >= cells.size() ? Cell.EMPTY : cells.get(index);
        }
    }

    @Override
    public void row(int number, List<Cell> cells) {
        if (!columns.isEmpty()) {
            received++;
            rows.row(number, new Row(cells));
            return;
        }
        List<String> names = cells.stream().map(cell -> cell.text().strip()).toList();
        if (!names.containsAll(required)) {
            if (++above == HEADER_AMONG || number == 0) {
                throw missing(names);
            }
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            if (known.contains(names.get(i)) && columns.put(names.get(i), i) != null) {
                throw new UnreadableListException(Unreadable.HEADER_DUPLICATE, Text.value(names.get(i)));
            }
        }
    }

    /** @throws UnreadableListException when no header was found */
    public int received() {
        if (columns.isEmpty()) {
            throw missing(List.of());
        }
        return received;
    }

    private UnreadableListException missing(List<String> names) {
        List<String> absent =
                required.stream().filter(name -> !names.contains(name)).toList();
        return new UnreadableListException(Unreadable.HEADER_MISSING, Text.value(String.join("、", absent)));
    }
}
