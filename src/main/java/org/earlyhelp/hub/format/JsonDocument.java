package org.earlyhelp.hub.format;

import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON document: an object, an array of objects, or an object around such an array. A fault ends it. */
final class JsonDocument extends JsonSource {
    private final SourceFormat.Json format;
    private final JsonParser parser;
    private boolean opened;
    private boolean inArray;
    private final ObjectNode around = MAPPER.createObjectNode();

    JsonDocument(SourceFormat.Json format, StrictReader text) {
        super(text);
        this.format = format;
        parser = MAPPER.createParser(text);
    }

    @Override
    SourceItem advance() throws IOException {
        text.beginRecord();
        try {
            JsonToken token = nextRecord();
            if (token == null) {
                return null;
            }
            SourceLocation at = nextRecordAt(parser.currentTokenLocation().getLineNr());
            JsonNode node = parser.readValueAsTree();
            return inFile(item(at, node));
        } catch (JacksonException e) {
            if (text.stop() != null || text.failure() != null) {
                throw e;
            }
            SourceLocation at = new SourceLocation(parser.currentLocation().getLineNr(), 0);
            return isLimit(e) ? tooDeep(at) : new SourceItem.Stop(at, "BAD_JSON",
                    "The JSON is broken here; the records before are taken, the rest was not read.", "Send the file again as whole JSON.", false);
        }
    }

    /** The first token of the next record; null when there is none. */
    private JsonToken nextRecord() throws SourceStopped {
        JsonToken token = parser.nextToken();
        if (!opened) {
            opened = true;
            token = format.record() == null || token != JsonToken.START_OBJECT ? token : findArray();
            if (token == JsonToken.START_ARRAY) {
                inArray = true;
                token = parser.nextToken();
            }
        }
        if (inArray && token == JsonToken.END_ARRAY) {
            inArray = false;
            return format.record() == null ? parser.nextToken() : null;
        }
        return token;
    }

    @Override
    SourceItem inFile(SourceItem item) {
        if (format.around().isEmpty() || !(item instanceof SourceItem.Row row)) {
            return item;
        }
        JsonRecord before = new JsonRecord(row.at(), around);
        return rowUnless(before.fault(), null, new AroundRecord(row.source(), before, Set.copyOf(format.around()), '.'), () -> null);
    }

    /** In the enclosing object, the value at the declared place. */
    private JsonToken findArray() throws SourceStopped {
        JsonToken found = JsonToken.START_OBJECT;
        for (String name : format.record().split("\\.")) {
            found = found == JsonToken.START_OBJECT ? find(name) : null;
        }
        if (found == null) {
            throw new SourceStopped(new SourceItem.Stop(new SourceLocation(parser.currentLocation().getLineNr(), 0), "BAD_HEADER",
                    "The file has nothing under \"" + format.record() + "\". Nothing was taken.",
                    "Send the records as a list under that name, an empty one if there are none.", true));
        }
        return found;
    }

    /** The value of that name in the object that begins here; what stands before it is kept where it is wanted. */
    private JsonToken find(String wanted) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(wanted)) {
                return value;
            }
            if (format.around().contains(name)) {
                around.set(name, parser.<JsonNode>readValueAsTree());
            } else {
                parser.skipChildren();
            }
        }
        return null;
    }
}
