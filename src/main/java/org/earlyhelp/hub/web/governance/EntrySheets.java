package org.earlyhelp.hub.web.governance;

import java.util.Optional;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.springframework.stereotype.Component;

/** Entries in words, for every page that shows one whole. */
@Component
public class EntrySheets {
    private final SharingLog log;
    private final EntryLinks links;

    EntrySheets(SharingLog log, EntryLinks links) {
        this.log = log;
        this.links = links;
    }

    /** Of an entry's id; empty when the log has none such. */
    public Optional<EntrySheet> find(String id) {
        return log.find(id).map(this::of);
    }

    EntrySheet of(LoggedEntry entry) {
        return EntrySheet.of(entry, links);
    }
}
