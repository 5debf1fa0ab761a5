package org.earlyhelp.hub.identity.mirror;

import java.time.YearMonth;
import java.util.List;
import org.earlyhelp.hub.intake.AccountName;

/** How the files of one account fared in a month, by feed. */
public record MonthMirror(AccountName account, YearMonth month, List<FeedMirror> feeds) {
    public MonthMirror {
        feeds = List.copyOf(feeds);
    }

    /** Whether nothing came. */
    public boolean isEmpty() {
        return feeds.isEmpty();
    }
}
