package org.earlyhelp.hub.format;

import java.io.IOException;

/** Carries a stop of the stream through the parsers, which know only exceptions; never leaves this room. */
final class SourceStopped extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient SourceItem.Stop stop;

    SourceStopped(SourceItem.Stop stop) {
        super(stop.code(), null);
        this.stop = stop;
    }

    SourceItem.Stop stop() {
        return stop;
    }
}
