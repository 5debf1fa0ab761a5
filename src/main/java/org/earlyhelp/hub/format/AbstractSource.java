package org.earlyhelp.hub.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** The stream's manners for all formats: one item ahead, nothing after a stop, a parser's exception turned into its cause. */
abstract class AbstractSource implements SourceReader {
    final StrictReader text;
    private long records;
    private SourceItem upcoming;
    private boolean ended;
    private ReadingManner manner = ReadingManner.PLAIN;

    AbstractSource(StrictReader text) {
        this.text = text;
    }

    /** The next item, or null at the end. May throw what the parser throws when {@link #text} stopped or failed. */
    abstract SourceItem advance() throws IOException;

    /** The place of the next record, counted. */
    final SourceLocation nextRecordAt(long line) {
        return new SourceLocation(line, ++records);
    }

    /** The record written as it may stand in a file; null where its format has no way to. */
    String textOf(SourceRecord record) {
        return null;
    }

    /** Before the first item. */
    final void readAs(ReadingManner wanted) {
        manner = wanted;
    }

    final ReadingManner manner() {
        return manner;
    }

    /** The record, or its refusal when a text of it may not stand there; {@code place} is a name of the layout or null. */
    final SourceItem rowUnless(Texts.Fault fault, String place, SourceRecord record, Supplier<String> sent) {
        return fault == Texts.Fault.NONE || manner.keepsFaultyTexts() ? new SourceItem.Row(record) : bad(fault.refuse(record.at(), place), sent);
    }

    /** The refusal, with what was sent where that is wanted and no longer than somebody can mend. */
    final SourceItem.BadRow bad(SourceItem.BadRow refusal, Supplier<String> sent) {
        String text = manner.keepsSentTexts() ? sent.get() : null;
        return text == null || text.length() > SourceLimits.MENDED_LIMIT_CHARACTERS ? refusal : refusal.with(text);
    }

    /** The refusal of a text in which another number of records stands than one. */
    static SourceItem.BadRow notOne(SourceLocation at) {
        return new SourceItem.BadRow(at, "SEVERAL_RECORDS", "The text in the place of the record is none or more than one; it is refused.", "Write one record.");
    }

    @Override
    public final boolean hasNext() {
        if (upcoming == null && !ended) {
            upcoming = guarded();
            ended = upcoming == null || upcoming instanceof SourceItem.Stop;
        }
        return upcoming != null;
    }

    @Override
    public final SourceItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceItem item = upcoming;
        upcoming = null;
        return item;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceItem guarded() {
        try {
            return advance();
        } catch (IOException | RuntimeException e) {
            if (text.stop() != null) {
                return text.stop();
            }
            if (text.failure() != null) {
                throw new UncheckedIOException(text.failure());
            }
            if (e instanceof SourceStopped stopped) {
                return stopped.stop();
            }
            throw e instanceof RuntimeException unexpected ? unexpected : new UncheckedIOException((IOException) e);
        }
    }
}
