package org.earlyhelp.hub.format;

/**
 * How a file is read.
 *
 * @param keepsFaultyTexts a text that may not stand there does not refuse its record: whoever takes it asks {@link TextFault#of}
 *                         and leaves out that field alone
 * @param keepsSentTexts   a record that cannot be read comes with its text, as {@link SourceItem.BadRow#text()}
 */
public record ReadingManner(boolean keepsFaultyTexts, boolean keepsSentTexts) {
    /** Every faulty text refuses its record, and no text is kept. */
    public static final ReadingManner PLAIN = new ReadingManner(false, false);

    /** The same, but a faulty text does not refuse its record. */
    public ReadingManner keepingFaultyTexts() {
        return new ReadingManner(true, keepsSentTexts);
    }

    /** The same, but a record that cannot be read comes with its text. */
    public ReadingManner keepingSentTexts() {
        return new ReadingManner(keepsFaultyTexts, true);
    }
}
