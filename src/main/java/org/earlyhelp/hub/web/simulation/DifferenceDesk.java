package org.earlyhelp.hub.web.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementDraft;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.springframework.stereotype.Component;

/** Compares a proposed agreement with the one in force over what the sharing log kept of the last days. Changes nothing. */
@Component
class DifferenceDesk {
    static final int DAYS_LIMIT = 366;
    /** So many entries of the log are read, the newest; the page says when there were more. */
    static final int ENTRIES_READ_LIMIT = 100_000;
    private static final int PAGE_ENTRIES = 1_000;

    private final AgreementBook book;
    private final SharingLog log;
    private final Path folder;
    private final HubClock clock;

    DifferenceDesk(AgreementBook book, SharingLog log, HubSettings settings, HubClock clock) {
        this.book = book;
        this.log = log;
        this.folder = settings.configDir().resolve("agreements");
        this.clock = clock;
    }

    /** What was found, and in how much of the log; {@code full}: older entries within the days were not read. */
    record Compared(String agreement, int entries, boolean full, Difference.Found found) {
    }

    /** Reads the proposed text as the folder's files are read. */
    Checked<AgreementDraft> draft(String text) {
        return AgreementDraft.read(book, folder, text);
    }

    /** Compares over the last days, today included. */
    Compared compare(AgreementDraft draft, int days) {
        Instant since = clock.now().minus(Duration.ofDays(days));
        Difference difference = new Difference(book, draft);
        int read = 0;
        long before = SharingLog.NEWEST;
        boolean more = true;
        while (more && read < ENTRIES_READ_LIMIT) {
            List<LoggedEntry> page = log.before(before, PAGE_ENTRIES);
            List<LoggedEntry> within = page.stream().filter(entry -> !entry.at().isBefore(since)).toList();
            within.stream().map(LoggedRequest::of).flatMap(Optional::stream).forEach(difference::look);
            read += within.size();
            more = page.size() == PAGE_ENTRIES && within.size() == page.size();
            before = page.isEmpty() ? before : page.get(page.size() - 1).ordinal();
        }
        return new Compared(draft.agreement().id() + "@" + draft.agreement().version(), read, more, difference.found());
    }

    /** Agencies whose text in force can be taken as a start. */
    SortedSet<String> agencies() {
        return book.agencies();
    }

    /** The file of an agency as it lies in the folder; empty when there is none. */
    String textOf(String agency) {
        if (!book.agencies().contains(agency)) {
            return "";
        }
        try {
            return Files.readString(folder.resolve(agency + ".yaml"));
        } catch (IOException e) {
            return "";
        }
    }
}
