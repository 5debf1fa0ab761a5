package org.earlyhelp.hub.web.governance;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.audit.FoundEntry;
import org.earlyhelp.hub.sharing.audit.LogSearch;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * A search of the log as a file that leaves the hub. One entry for the export and one for everybody it speaks of are
 * committed before the first byte; what is written is exactly what was read before.
 */
@Component
class LogExport {
    /** The most entries of one file. More is refused: a file that ends early would look like all there is. */
    static final int ROWS_LIMIT = 50_000;
    private static final String NAME = "sharing-log";

    private final LogSearch search;
    private final DisclosureDesk desk;

    LogExport(LogSearch search, DisclosureDesk desk) {
        this.search = search;
        this.desk = desk;
    }

    /** Writes the file; false, with nothing written or logged, when more entries fit than a file may hold. */
    boolean write(SearchAsk ask, Authentication who, HttpServletResponse response) {
        List<FoundEntry> rows = search.find(ask.filter(), null, ROWS_LIMIT + 1);
        if (rows.size() > ROWS_LIMIT) {
            return false;
        }
        desk.note(acts(ask, rows, Viewer.of(who).account()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + NAME + ".csv\"");
        try {
            Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(EntryLine.CSV_HEADER);
            rows.forEach(row -> csv.writeRecord(EntryLine.csv(row)));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static List<Act> acts(SearchAsk ask, List<FoundEntry> rows, String account) {
        Map<String, String> detail = new LinkedHashMap<>(ask.given());
        // A reference stands in one place of an entry only, where an erasure finds it.
        String askedFor = detail.remove("person");
        detail.put("file", NAME + ".csv");
        detail.put("rows", String.valueOf(rows.size()));
        List<Act> acts = new ArrayList<>(List.of(act(askedFor, account, detail)));
        rows.stream().map(FoundEntry::person).filter(person -> person != null && !person.equals(askedFor)).distinct().sorted()
                .forEach(person -> acts.add(act(person, account, Map.of("file", NAME + ".csv"))));
        return acts;
    }

    private static Act act(String person, String account, Map<String, String> detail) {
        return new Act(ActKind.EXPORTED, person, Recipient.export(NAME, account), Purpose.GOVERNANCE, null, Set.of(), Set.of("entry"), detail);
    }
}
