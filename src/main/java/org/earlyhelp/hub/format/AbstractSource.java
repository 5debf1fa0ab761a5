package org.earlyhelp.hub.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** The stream's manners for all formats: one item ahead, nothing after a stop, a parser's exception turned into its cause. */
abstract class AbstractSource implements SourceReader {
    final StrictReader text;
    private long records;
    private SourceItem upcoming;
    private boolean ended;
    private boolean keepsFaultyTexts;

    AbstractSource(StrictReader text) {
        this.text = text;
    }

    /** The next item, or null at the end. May throw what the parser throws when {@link #text} stopped or failed. */
    abstract SourceItem advance() throws IOException;

    /** The place of the next record, counted. */
    final SourceLocation nextRecordAt(long line) {
        return new SourceLocation(line, ++records);
    }

    /** From here on a record with a text that may not stand there is a row all the same. */
    final void keepFaultyTexts() {
        keepsFaultyTexts = true;
    }

    final boolean keepsFaultyTexts() {
        return keepsFaultyTexts;
    }

    /** The record, or its refusal when a text of it may not stand there; {@code place} is a name of the layout or null. */
    final SourceItem rowUnless(Texts.Fault fault, String place, SourceRecord record) {
        return fault == Texts.Fault.NONE || keepsFaultyTexts ? new SourceItem.Row(record) : fault.refuse(record.at(), place);
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
