package cn.liangxian.audit.duty;

import cn.liangxian.audit.DutyHandoff.VillageHandler;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The handlers of a township as text, a line for each village: village, person, post, contact, matters, place. */
@ApplicationScoped
class HandlerLines {

    private static final int FIELDS = 6;

    private final Validator validator;

    HandlerLines(Validator validator) {
        this.validator = validator;
    }

    static String write(List<VillageHandler> handlers) {
        StringWriter lines = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(lines)) {
            handlers.forEach(each -> csv.writeRecord(
                    each.village(), each.person(), each.post(), each.contact(), each.matters(), each.place()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }

    /**
     * What {@link #write} wrote; empty lines are passed over.
     *
     * @throws Problem MALFORMED with every line, counted without the empty ones, that is none
     */
    List<DutiesResource.Handler> read(String lines) {
        List<DutiesResource.Handler> handlers = new ArrayList<>();
        Problem refused = new Problem(AnyRequestProblem.MALFORMED, null);
        int line = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(lines)) {
            for (CsvRecord each : csv) {
                List<String> fields =
                        each.getFields().stream().map(String::strip).toList();
                if (fields.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                line++;
                if (fields.size() == FIELDS) {
                    handlers.add(handler(fields, line, refused));
                } else {
                    refused.at(
                            line,
                            null,
                            new Text(
                                    "须有" + FIELDS + "项，现有" + fields.size() + "项",
                                    "has " + fields.size() + " fields of " + FIELDS));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!refused.violations().isEmpty()) {
            throw refused;
        }
        return handlers;
    }

    private DutiesResource.Handler handler(List<String> fields, int line, Problem refused) {
        DutiesResource.Handler handler = new DutiesResource.Handler(
                fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5));
        if (!validator.validate(handler).isEmpty()) {
            refused.at(line, null, new Text("有空缺或过长的项", "a field is empty or too long"));
        }
        return handler;
    }
}
