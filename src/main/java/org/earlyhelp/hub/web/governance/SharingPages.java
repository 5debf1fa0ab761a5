package org.earlyhelp.hub.web.governance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sharing log: the latest entries, those about one person, and one entry with all it says. */
@Controller
class SharingPages {
    private static final int ENTRIES_PER_PAGE = 50;

    private final SharingLog log;

    SharingPages(SharingLog log) {
        this.log = log;
    }

    @GetMapping("/sharing")
    String entries(@RequestParam(defaultValue = "") String person, @RequestParam(required = false) Long before, Model model) {
        long from = before == null ? SharingLog.NEWEST : before;
        String reference = person.strip().toUpperCase(java.util.Locale.ROOT);
        List<LoggedEntry> entries = reference.isEmpty() ? log.before(from, ENTRIES_PER_PAGE) : log.aboutBefore(reference, from, ENTRIES_PER_PAGE);
        model.addAttribute("person", reference);
        model.addAttribute("entries", entries);
        model.addAttribute("next", entries.size() < ENTRIES_PER_PAGE ? null : entries.get(entries.size() - 1).ordinal());
        return "web/sharing";
    }

    @GetMapping("/sharing/{id}")
    String entry(@PathVariable String id, Model model) {
        LoggedEntry entry = log.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entry", entry);
        model.addAttribute("says", rows(JsonMapper.shared().readTree(entry.payload() == null ? "{}" : entry.payload())));
        return "web/sharing-entry";
    }

    /** Everything the entry says, name by name; lists a line each. */
    private static Map<String, List<String>> rows(JsonNode payload) {
        Map<String, List<String>> rows = new TreeMap<>();
        payload.properties().forEach(member -> rows.put(EntryWords.label(member.getKey()), EntryWords.lines(member.getValue())));
        return rows;
    }
}
