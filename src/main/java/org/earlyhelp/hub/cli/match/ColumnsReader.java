package org.earlyhelp.hub.cli.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.linkage.dataset.DataSet;
import org.earlyhelp.hub.linkage.dataset.Field;
import tools.jackson.databind.JsonNode;

/** Reads a columns file and finds all its faults. Used once. */
final class ColumnsReader {
    private static final Map<String, Field> FIELDS = Arrays.stream(Field.values()).collect(Collectors.toMap(Field::key, Function.identity()));
    private static final String KNOWN = Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", "));

    private final DeclaredFile file;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final List<ChosenColumn> columns = new ArrayList<>();

    ColumnsReader(DeclaredFile file) {
        this.file = file;
    }

    ColumnsFile read() {
        file.root().propertyNames().stream().filter(name -> !List.of("record", "fields").contains(name))
                .forEach(name -> fault("/" + name, "\"" + name + "\" is not known; expected record and fields"));
        String record = name("/record", file.root().path("record"), "expected \"record: \" and the column of the record ids");
        JsonNode fields = file.root().path("fields");
        if (fields.isObject() && !fields.isEmpty()) {
            fields.propertyNames().forEach(name -> field("/fields/" + name, name, fields.get(name)));
        } else {
            fault("/fields", "expected \"fields:\" and below it at least one of " + KNOWN);
        }
        refuseTooMany();
        return new ColumnsFile(record, columns, faults);
    }

    private void field(String at, String name, JsonNode value) {
        Field field = FIELDS.get(name);
        if (field == null) {
            fault(at, "the field \"" + name + "\" is not known; expected one of " + KNOWN);
        } else if (value.isObject()) {
            date(at, field, value);
        } else if (field.mayRepeat()) {
            names(at, value).forEach(header -> columns.add(new ChosenColumn(field, List.of(header), null)));
        } else {
            List<String> headers = names(at, value);
            if (!headers.isEmpty()) {
                columns.add(new ChosenColumn(field, headers, null));
            }
        }
    }

    private void date(String at, Field field, JsonNode value) {
        boolean shaped = field == Field.DATE_OF_BIRTH && value.propertyNames().stream().allMatch(List.of("column", "format")::contains);
        if (!shaped) {
            fault(at, "only dateOfBirth is written as {column: …, format: …}, and of these two alone");
            return;
        }
        String column = name(at, value.path("column"), "expected \"column: \" and the name of a column");
        Optional<BirthPattern> pattern = BirthPattern.of(value.path("format").asString(""));
        if (pattern.isEmpty()) {
            fault(at, "the format is no pattern with year, month and day; expected one such as yyyy-MM-dd or dd/MM/yyyy");
        }
        if (column != null) {
            columns.add(new ChosenColumn(field, List.of(column), pattern.orElse(null)));
        }
    }

    private List<String> names(String at, JsonNode value) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value.values() : List.of(value)) {
            Optional.ofNullable(name(at, one, "expected the name of a column, or a list of such names")).ifPresent(names::add);
        }
        if (value.isArray() && value.isEmpty()) {
            fault(at, "the list is empty; expected names of columns");
        }
        return names;
    }

    private String name(String at, JsonNode value, String expected) {
        if (value.isMissingNode() || !value.isValueNode() || value.asString("").isBlank()) {
            fault(at, expected);
            return null;
        }
        return value.asString().strip();
    }

    private void refuseTooMany() {
        long repeated = columns.stream().filter(column -> column.field().mayRepeat()).count();
        if (repeated > DataSet.REPEATED_COLUMNS_LIMIT) {
            fault("/fields", repeated + " columns of identifier and other; expected at most " + DataSet.REPEATED_COLUMNS_LIMIT);
        }
    }

    private void fault(String at, String reason) {
        faults.add(file.faultAt(at, reason));
    }
}
