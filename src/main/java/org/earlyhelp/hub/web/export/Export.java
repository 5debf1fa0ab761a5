package org.earlyhelp.hub.web.export;

import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.web.Shown;

/** One export: its columns, whom it would show, and its rows once that is allowed. Both read the same state. */
interface Export {
    /** {@code links}, {@code needs} or {@code alerts}. */
    String name();

    List<String> columns();

    /** Everyone in it, and the fields asked of each. */
    void collect(Shown shown);

    /** Hands over the rows, of which only what is allowed may be in. */
    void rows(Allowed allowed, Consumer<List<String>> writer);
}
