package org.earlyhelp.hub.format;

import java.io.BufferedReader;
import java.io.IOException;
import tools.jackson.core.JacksonException;

/** One JSON object a line: a bad line costs itself alone. */
final class JsonLines extends JsonSource {
    private final BufferedReader lines;
    private long line;

    JsonLines(StrictReader text) {
        super(text);
        lines = new BufferedReader(text);
    }

    @Override
    SourceItem advance() throws IOException {
        String next = nextLine();
        if (next == null) {
            return null;
        }
        SourceLocation at = nextRecordAt(line);
        try {
            return item(at, MAPPER.readTree(next));
        } catch (JacksonException e) {
            return isLimit(e) ? tooDeep(at) : bad(new SourceItem.BadRow(at, "BAD_JSON",
                    "The line is not JSON; this line is refused, the others are read.", "Send one whole JSON object a line."), () -> next);
        }
    }

    private String nextLine() throws IOException {
        String next;
        do {
            text.beginRecord();
            next = lines.readLine();
            line++;
        } while (next != null && next.isBlank());
        return next;
    }
}
