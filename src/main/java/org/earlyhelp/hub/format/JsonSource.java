package org.earlyhelp.hub.format;

import java.io.IOException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What both ways of reading JSON share, and how to tell them apart. */
abstract class JsonSource extends AbstractSource {
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(SourceLimits.NESTING_LIMIT).maxStringLength(SourceLimits.RECORD_LIMIT_CHARACTERS)
                    .maxNameLength(SourceLimits.FIELD_LIMIT_CHARACTERS).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final String GOES_ON = "[{,:";

    JsonSource(StrictReader text) {
        super(text);
    }

    /**
     * One object a line when the first line is a whole object, or is broken and the next begins another; else one
     * document. So a bad first line costs that line and not the file.
     */
    static JsonSource over(SourceFormat.Json format, StrictReader text) throws IOException {
        String start = text.peek().stripLeading();
        int lineEnd = start.indexOf('\n');
        String first = (lineEnd < 0 ? start : start.substring(0, lineEnd)).strip();
        String next = lineEnd < 0 ? "" : start.substring(lineEnd).stripLeading();
        boolean byLine = format.record() == null && first.startsWith("{")
                && (isWhole(first) || next.startsWith("{") && GOES_ON.indexOf(first.charAt(first.length() - 1)) < 0);
        return byLine ? new JsonLines(text) : new JsonDocument(format, text);
    }

    /** The item for a value that was read: a record when it is an object whose texts are fit. */
    final SourceItem item(SourceLocation at, JsonNode node) {
        if (!node.isObject()) {
            return bad(new SourceItem.BadRow(at, "BAD_JSON", "A record must be a JSON object; this one is refused.", "Send {\"name\": value, …}."), node::toPrettyString);
        }
        JsonRecord record = new JsonRecord(at, node);
        return rowUnless(record.fault(), null, record, node::toPrettyString);
    }

    /** The item as it stands in its file. */
    SourceItem inFile(SourceItem item) {
        return item;
    }

    @Override
    public final List<SourceItem> reread(SourceLocation at, String record) {
        try {
            return List.of(inFile(item(at, MAPPER.readTree(record))));
        } catch (JacksonException e) {
            return List.of(bad(notJson(at), () -> record));
        }
    }

    @Override
    final String textOf(SourceRecord record) {
        return (record instanceof AroundRecord around ? around.own() : record) instanceof JsonRecord json ? json.object().toPrettyString() : null;
    }

    static SourceItem.BadRow notJson(SourceLocation at) {
        return new SourceItem.BadRow(at, "BAD_JSON", "The record is not JSON; it is refused, the others are read.", "Send one whole JSON object.");
    }

    static boolean isLimit(JacksonException e) {
        return e instanceof StreamConstraintsException;
    }

    static SourceItem.Stop tooDeep(SourceLocation at) {
        return new SourceItem.Stop(at, "LIMIT_EXCEEDED", "A record is nested deeper than " + SourceLimits.NESTING_LIMIT
                + " levels or holds an endless name or number.", "Send the file as the layout describes it.", true);
    }

    private static boolean isWhole(String line) {
        try {
            return MAPPER.readTree(line).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
