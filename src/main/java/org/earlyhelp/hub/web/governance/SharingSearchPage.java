package org.earlyhelp.hub.web.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.audit.FoundEntry;
import org.earlyhelp.hub.sharing.audit.LogSearch;
import org.earlyhelp.hub.sharing.audit.SearchTooWide;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sharing log: what fits a filter, newest first, page by page, and the same as a file. */
@Controller
class SharingSearchPage {
    static final int ENTRIES_PER_PAGE = 50;
    private static final String TOO_WIDE = "This search takes too long. Give a first and a last day, or fewer of them";

    private final LogSearch search;
    private final SearchChoices choices;
    private final PersonAbout people;
    private final LogExport export;

    SharingSearchPage(LogSearch search, SearchChoices choices, PersonAbout people, LogExport export) {
        this.search = search;
        this.choices = choices;
        this.people = people;
        this.export = export;
    }

    @GetMapping("/sharing")
    String entries(@RequestParam Map<String, String> asked, Model model, HttpServletResponse response) {
        SearchAsk ask = ask(asked);
        if (!ask.isRight()) {
            return page(ask, List.of(), ask.problems(), model, response);
        }
        try {
            return page(ask, search.find(ask.filter(), ask.after(), ENTRIES_PER_PAGE + 1), Map.of(), model, response);
        } catch (SearchTooWide e) {
            return page(ask, List.of(), Map.of("from", TOO_WIDE), model, response);
        }
    }

    /** Null once the file is written: then there is no page. */
    @GetMapping("/sharing.csv")
    String csv(@RequestParam Map<String, String> asked, Authentication who, Model model, HttpServletResponse response) {
        SearchAsk ask = ask(asked);
        if (!ask.isRight()) {
            return page(ask, List.of(), ask.problems(), model, response);
        }
        try {
            return export.write(ask, who, response) ? null
                    : page(ask, List.of(), Map.of("from", "More than %,d entries fit: a file holds no more. Give fewer days".formatted(LogExport.ROWS_LIMIT)), model, response);
        } catch (SearchTooWide e) {
            return page(ask, List.of(), Map.of("from", TOO_WIDE), model, response);
        }
    }

    private SearchAsk ask(Map<String, String> asked) {
        return SearchAsk.of(asked, choices.accounts(), people::of);
    }

    private String page(SearchAsk ask, List<FoundEntry> found, Map<String, String> problems, Model model, HttpServletResponse response) {
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        List<FoundEntry> shown = found.subList(0, Math.min(ENTRIES_PER_PAGE, found.size()));
        model.addAttribute("ask", ask);
        model.addAttribute("problems", problems);
        model.addAttribute("choices", choices);
        model.addAttribute("held", ask.value("person").isEmpty() ? List.of() : people.held(ask.value("person")));
        model.addAttribute("entries", shown.stream().map(EntryLine::of).toList());
        model.addAttribute("next", found.size() > shown.size() ? ask.address("/sharing", shown.get(shown.size() - 1).place()) : null);
        return "web/sharing";
    }
}
