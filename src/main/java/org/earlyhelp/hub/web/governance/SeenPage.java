package org.earlyhelp.hub.web.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.earlyhelp.hub.identity.PersonReferences.Held;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.LogSearch;
import org.earlyhelp.hub.sharing.audit.LogSearch.Got;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Who saw this child: everybody and every machine that got something about a person, under whatever reference. */
@Controller
class SeenPage {
    /** Lines of a day, recipient and kind of act; what is older is in the log. */
    static final int LINES_LIMIT = 1_000;

    private final LogSearch search;
    private final PersonAbout people;

    SeenPage(LogSearch search, PersonAbout people) {
        this.search = search;
        this.people = people;
    }

    /** Who got something, at all. */
    record Recipient(String name, String who, int days, long acts, String first, String last) {
        static Recipient of(List<Got> lines) {
            Got newest = lines.get(0);
            return new Recipient(EntryLine.orDash(newest.recipient()), newest.who(), (int) lines.stream().map(Got::day).distinct().count(),
                    lines.stream().mapToLong(Got::acts).sum(), PlainTime.of(lines.get(lines.size() - 1).day()), PlainTime.of(newest.day()));
        }
    }

    /** One line of a day. */
    record Line(String what, String recipient, String who, long acts, String last, String entry) {
        static Line of(Got got) {
            return new Line(ActWords.of(got.kind()), EntryLine.orDash(got.recipient()), got.who(), got.acts(), PlainTime.of(got.last()), got.entry());
        }
    }

    /** A civil day and what happened on it. */
    record Day(String name, List<Line> got, List<Line> denied) {
    }

    @GetMapping("/people/{ref}/seen")
    String seen(@PathVariable String ref, Model model) {
        String person = ref.toUpperCase(Locale.ROOT);
        if (!SearchAsk.PERSON.matcher(person).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Held> held = people.held(person);
        List<Got> lines = search.whoGot(people.of(person), LINES_LIMIT + 1);
        if (held.isEmpty() && lines.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Got> shown = lines.subList(0, Math.min(LINES_LIMIT, lines.size()));
        model.addAttribute("person", person);
        model.addAttribute("held", held.stream().filter(one -> !one.ref().equals(person)).map(SeenPage::words).toList());
        model.addAttribute("recipients", recipients(shown));
        model.addAttribute("days", days(shown));
        model.addAttribute("more", lines.size() > LINES_LIMIT);
        return "web/seen";
    }

    private static List<Recipient> recipients(List<Got> lines) {
        Map<List<String>, List<Got>> grouped = new LinkedHashMap<>();
        lines.stream().filter(SeenPage::disclosed)
                .forEach(got -> grouped.computeIfAbsent(List.of(got.recipient(), got.who() == null ? "" : got.who()), any -> new ArrayList<>()).add(got));
        return grouped.values().stream().map(Recipient::of).toList();
    }

    private static List<Day> days(List<Got> lines) {
        Map<java.time.LocalDate, List<Got>> grouped = new LinkedHashMap<>();
        lines.forEach(got -> grouped.computeIfAbsent(got.day(), any -> new ArrayList<>()).add(got));
        return grouped.entrySet().stream().map(day -> new Day(PlainTime.of(day.getKey()), day.getValue().stream().filter(SeenPage::disclosed).map(Line::of).toList(),
                day.getValue().stream().filter(got -> !disclosed(got)).map(Line::of).toList())).toList();
    }

    private static boolean disclosed(Got got) {
        return Decided.DISCLOSING.contains(got.kind());
    }

    static String words(Held held) {
        return switch (held.reason()) {
            case OWN -> held.ref() + ", the reference that stands now";
            case MERGED -> held.ref() + ", merged into it";
            case SHARED -> held.ref() + ", which was taken for the same person until " + PlainTime.of(held.until());
        };
    }
}
