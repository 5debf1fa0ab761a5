package org.earlyhelp.hub.sharing.audit;

import java.time.Duration;

/** A search was given up: what it asks for is too rare among too many entries. With fewer days it finds an answer. */
public final class SearchTooWide extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code limit}: how long it was tried. */
    public SearchTooWide(Duration limit, Throwable cause) {
        super("the search took longer than " + limit.toSeconds() + " s and was given up", cause);
    }
}
