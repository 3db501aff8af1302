package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.feed.Cell;
import cn.liangxian.enrollment.feed.ListDates;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.Table;
import cn.liangxian.enrollment.person.IdNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a special-group list, checked as far as the row itself goes; what the register knows is checked for all rows
 * at once.
 *
 * @param idNumber null when it has a fault
 * @param until null when no end is stated
 */
record ListedRow(String idNumber, String name, LocalDate from, LocalDate until, List<RowFault> faults) {

    static final String NAME = "姓名";
    static final String ID = "身份证号";
    static final String FROM = "开始日期";
    static final String UNTIL = "结束日期";
    static final String REMARK = "备注";
    static final List<String> REQUIRED = List.of(NAME, ID);
    static final List<String> KNOWN = List.of(NAME, ID, FROM, UNTIL, REMARK);
    private static final int LONGEST_NAME = 100;

    static ListedRow read(Table.Row row, LocalDate listDate) {
        List<RowFault> faults = new ArrayList<>();
        String id = idNumber(row.cell(ID), faults);
        String name = name(row.cell(NAME), faults);
        LocalDate from = date(row.cell(FROM), FROM, faults);
        LocalDate until = date(row.cell(UNTIL), UNTIL, faults);
        LocalDate begins = from == null ? listDate : from;
        if (until != null && until.isBefore(begins)) {
            faults.add(RowFault.Kind.PERIOD_REVERSED.at(UNTIL));
        }
        return new ListedRow(id, name, begins, until, faults);
    }

    private static String idNumber(Cell cell, List<RowFault> faults) {
        if (!usable(cell, ID, faults)) {
            return null;
        }
        if (cell.kind() == Cell.Kind.NUMBER) {
            faults.add(IdNumber.Fault.ID_AS_NUMBER.at(ID));
            return null;
        }
        IdNumber.Reading reading = IdNumber.read(cell.text());
        if (reading.fault() != null) {
            faults.add(reading.fault().at(ID));
            return null;
        }
        return reading.number().value();
    }

    private static String name(Cell cell, List<RowFault> faults) {
        if (!usable(cell, NAME, faults)) {
            return null;
        }
        String name = cell.text().strip();
        if (name.isEmpty()) {
            faults.add(RowFault.Kind.NAME_MISSING.at(NAME));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(RowFault.Kind.TEXT_TOO_LONG.at(NAME));
            return null;
        } else if (name.chars().anyMatch(c -> Character.isISOControl(c))) {
            faults.add(RowFault.Kind.BAD_CHARACTER.at(NAME));
            return null;
        }
        return name;
    }

    private static LocalDate date(Cell cell, String field, List<RowFault> faults) {
        if (!usable(cell, field, faults) || cell.isEmpty()) {
            return null;
        }
        return ListDates.read(cell).orElseGet(() -> {
            faults.add(RowFault.Kind.DATE_INVALID.at(field));
            return null;
        });
    }

    private static boolean usable(Cell cell, String field, List<RowFault> faults) {
        switch (cell.kind()) {
            case FORMULA -> faults.add(RowFault.Kind.FORMULA_CELL.at(field));
            case ERROR -> faults.add(RowFault.Kind.ERROR_CELL.at(field));
            default -> {
                return true;
            }
        }
        return false;
    }
}
