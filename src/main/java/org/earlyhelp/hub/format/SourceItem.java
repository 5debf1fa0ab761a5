package org.earlyhelp.hub.format;

/** What a reader finds next: a record, a bad record among good ones, or the reason why nothing more can be read. */
public sealed interface SourceItem {
    /** Where it begins; line 0 when it is about no line. */
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
     * {@code code} a receipt code such as TRUNCATED_ROW. {@code text} is what stands there, perhaps written anew with the same
     * meaning: personal data; null unless the reader keeps it, and where it is longer than
     * {@link SourceLimits#MENDED_LIMIT_CHARACTERS}.
     */
    record BadRow(SourceLocation at, String field, String code, String message, String fix, String text) implements SourceItem {
        /** A record without its text. */
        public BadRow(SourceLocation at, String field, String code, String message, String fix) {
            this(at, field, code, message, fix, null);
        }

        /** A record that is faulty as a whole, without its text. */
        public BadRow(SourceLocation at, String code, String message, String fix) {
            this(at, null, code, message, fix, null);
        }

        BadRow at(SourceLocation place) {
            return new BadRow(place, field, code, message, fix, text);
        }

        BadRow with(String sent) {
            return new BadRow(at, field, code, message, fix, sent);
        }
    }

    /**
     * The stream ends here. {@code wholeFile} says that nothing of the file may be taken (BAD_HEADER, LIMIT_EXCEEDED,
     * BAD_ENCODING, XML_FORBIDDEN, EMPTY_FILE); otherwise only what follows is lost (UNCLOSED_QUOTE, BAD_JSON in an array).
     */
    record Stop(SourceLocation at, String code, String message, String fix, boolean wholeFile) implements SourceItem {
    }
}
