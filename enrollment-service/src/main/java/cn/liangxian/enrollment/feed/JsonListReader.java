package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Flat JSON objects whose keys are the column names; row 1 is the first object. */
final class JsonListReader implements ListReader {

    /** Strict about duplicate keys, and short of breath: a list has short texts and no depth. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(32_000)
                    .maxNameLength(200)
                    .maxNumberLength(100)
                    .build())
            .build();

    static final Text IN_UTF_8 = new Text("JSON 须用 UTF-8 编码", "JSON is written in UTF-8");
    static final Text NO_ARRAY = new Text("不是数组", "not an array");

    private final Path file;
    private final ListLimits limits;

    /** Columns in the order in which they first appear; the first row is handed over as if it were a header. */
    private final List<String> columns;

    private final boolean array;

    /** @param array whether an array stands around the objects; otherwise they follow one another */
    JsonListReader(Path file, List<String> columns, ListLimits limits, boolean array) {
        this.array = array;
        this.file = file;
        this.limits = limits;
        this.columns = columns;
    }

    @Override
    public void read(RowHandler rows) throws IOException {
        try (JsonParser json = FACTORY.createParser(file.toFile())) {
            if (array && json.nextToken() != JsonToken.START_ARRAY) {
                throw broken(NO_ARRAY);
            }
            int number = 0;
            while (json.nextToken() == JsonToken.START_OBJECT) {
                if (++number > limits.rows()) {
                    throw limits.tooManyRows();
                }
                Set<String> present = new HashSet<>();
                List<Cell> cells = object(json, present);
                if (number == 1) {
                    rows.row(0, header(present));
                }
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.row(number, cells);
                }
            }
            if (array && json.currentToken() != JsonToken.END_ARRAY || json.nextToken() != null) {
                throw broken(new Text("数组内或数组后有对象以外的内容", "something else than objects in the array, or after it"));
            }
        } catch (JsonProcessingException e) {
            // the parser's own message quotes the file
            Text kind = Text.value(e.getClass().getSimpleName());
            throw broken(
                    e.getLocation() == null
                            ? kind
                            : kind.with(line(e.getLocation().getLineNr())));
        } catch (java.io.CharConversionException e) {
            throw new UnreadableListException(Unreadable.ENCODING_BROKEN, IN_UTF_8);
        }
    }

    private List<Cell> header(Set<String> present) {
        return columns.stream()
                .map(name -> present.contains(name) ? Cell.text(name) : Cell.EMPTY)
                .toList();
    }

    private List<Cell> object(JsonParser json, Set<String> present) throws IOException {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(columns.size(), Cell.EMPTY));
        int fields = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (++fields > limits.columns()) {
                throw broken(new Text(
                        "有对象超过" + limits.columns() + "个键", "more than " + limits.columns() + " keys in an object"));
            }
            String name = json.currentName();
            present.add(name);
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                throw broken(new Text("有对象嵌套", "an object is not flat")
                        .with(line(json.currentLocation().getLineNr())));
            }
            int column = columns.indexOf(name);
            if (column >= 0) {
                cells.set(column, cellOf(json, value));
            }
        }
        return cells;
    }

    private static Cell cellOf(JsonParser json, JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_NULL -> Cell.EMPTY;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell(Cell.Kind.NUMBER, json.getText());
            case VALUE_STRING ->
                json.getText().startsWith("=")
                        ? new Cell(Cell.Kind.FORMULA, json.getText())
                        : Cell.text(json.getText());
            default -> Cell.text(json.getText());
        };
    }

    private static Text line(int number) {
        return new Text("第" + number + "行", "line " + number);
    }

    private static UnreadableListException broken(Text detail) {
        return new UnreadableListException(Unreadable.JSON_BROKEN, detail);
    }
}
