package org.earlyhelp.hub.format;

/** What a reader finds next: a record, a bad record among good ones, or the reason why nothing more can be read. */
public sealed interface SourceItem {
    SourceLocation at();

    /** A readable record. */
    record Row(SourceRecord source) implements SourceItem {
        @Override
        public SourceLocation at() {
            return source.at();
        }
    }

    /**
     * A record that cannot be read; the ones after it can. {@code field} is the layout's name of the place, or null;
     * {@code code} a receipt code such as TRUNCATED_ROW.
     */
    record BadRow(SourceLocation at, String field, String code, String message, String fix) implements SourceItem {
        /** A record that is faulty as a whole. */
        public BadRow(SourceLocation at, String code, String message, String fix) {
            this(at, null, code, message, fix);
        }
    }

    /**
     * The stream ends here. {@code wholeFile} says that nothing of the file may be taken (BAD_HEADER, LIMIT_EXCEEDED,
     * BAD_ENCODING, XML_FORBIDDEN, EMPTY_FILE); otherwise only what follows is lost (UNCLOSED_QUOTE, BAD_JSON in an array).
     */
    record Stop(SourceLocation at, String code, String message, String fix, boolean wholeFile) implements SourceItem {
    }
}
