package cn.liangxian.journeys.clause;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All clauses of all notices, in the order of the register. */
final class ClauseRegister {

    private ClauseRegister() {}

    static List<Clause> read(Path csv) throws IOException {
        List<Clause> clauses = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                clauses.add(Clause.of(
                        row.getField("id"), row.getField("what"), row.getField("quote"), row.getField("kind")));
            }
        }
        return clauses;
    }
}
