package org.earlyhelp.hub.format;

import java.io.IOException;
import java.util.List;

/** Looks whether there is anything at all before it starts the parser of the format. */
final class GuardedStart extends AbstractSource {
    private final SourceFormat format;
    private AbstractSource source;

    GuardedStart(SourceFormat format, StrictReader text) {
        super(text);
        this.format = format;
    }

    @Override
    SourceItem advance() throws IOException {
        if (source == null) {
            if (text.peek().isBlank()) {
                return new SourceItem.Stop(new SourceLocation(0, 0), "EMPTY_FILE", "The file is empty.",
                        "Send it again when it has content.", true);
            }
            source = parser();
        }
        return source.advance();
    }

    @Override
    public List<SourceItem> reread(SourceLocation at, String record) {
        List<SourceItem> items = source.reread(at, record);
        return items.isEmpty() ? List.of(notOne(at)) : items;
    }

    private AbstractSource parser() throws IOException {
        if (format instanceof SourceFormat.Csv csv) {
            return readingAlike(new CsvSource(csv, text));
        }
        if (format instanceof SourceFormat.Json json) {
            return inParts(JsonSource.over(json, text), json.each(), '.');
        }
        if (format instanceof SourceFormat.Xml xml) {
            return inParts(new XmlSource(xml, text), xml.each(), '/');
        }
        return format instanceof SourceFormat.Hl7 hl7 ? inParts(new Hl7Source(text), hl7.each(), PartRecord.WHOLE)
                : readingAlike(new FixedSource((SourceFormat.Fixed) format, text));
    }

    private AbstractSource inParts(AbstractSource whole, String each, char separator) {
        readingAlike(whole);
        return each == null ? whole : readingAlike(new PartsSource(whole, each, separator));
    }

    private AbstractSource readingAlike(AbstractSource inner) {
        inner.readAs(manner());
        return inner;
    }
}
