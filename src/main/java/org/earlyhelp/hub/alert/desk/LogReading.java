package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.springframework.stereotype.Component;

/** Reads what the sharing log says of a person since some moment, page by page, at most {@link #PAGE_LIMIT} of them. */
@Component
class LogReading {
    private static final int PAGE_ENTRIES = 500;
    private static final int PAGE_LIMIT = 40;
    private final SharingLog log;

    LogReading(SharingLog log) {
        this.log = log;
    }

    /** The newest first. */
    List<LoggedEntry> entriesSince(String person, Instant since) {
        List<LoggedEntry> found = new ArrayList<>();
        long before = SharingLog.NEWEST;
        for (int page = 0; page < PAGE_LIMIT; page++) {
            List<LoggedEntry> entries = log.aboutBefore(person, before, PAGE_ENTRIES);
            entries.stream().filter(entry -> !entry.at().isBefore(since)).forEach(found::add);
            if (entries.size() < PAGE_ENTRIES || entries.get(entries.size() - 1).at().isBefore(since)) {
                break;
            }
            before = entries.get(entries.size() - 1).ordinal();
        }
        return found;
    }
}
