package org.earlyhelp.hub.web.operation;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.canary.Canaries;
import org.earlyhelp.hub.page.ColumnPanels;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What has arrived by feed: state, last and next, what was taken and refused in seven days, what waits; and the newest deliveries. */
@Controller
class FeedPages {
    private static final int DELIVERIES_SHOWN = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.UK);

    private final Deliveries deliveries;
    private final AgreementBook book;
    private final FeedOverview overview;
    private final Canaries canaries;

    FeedPages(Deliveries deliveries, AgreementBook book, FeedOverview overview, Canaries canaries) {
        this.deliveries = deliveries;
        this.book = book;
        this.overview = overview;
        this.canaries = canaries;
    }

    /** A delivery with its stage in words. */
    record Line(Delivery delivery, String stage) {
        static Line of(Delivery delivery) {
            return new Line(delivery, StageWords.of(delivery.stage()));
        }
    }

    @GetMapping("/feeds")
    String feeds(Model model) {
        model.addAttribute("feeds", overview.of(book.feeds()));
        model.addAttribute("newest", newest(null, null));
        model.addAttribute("open", deliveries.open());
        return "web/feeds";
    }

    @GetMapping("/feeds/{agency}/{feed}")
    String feed(@PathVariable String agency, @PathVariable String feed, Model model) {
        FeedTerms terms = book.feed(agency, feed).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FeedLine line = overview.of(List.of(terms)).get(0);
        model.addAttribute("feed", line);
        model.addAttribute("picture", picture(line));
        model.addAttribute("days", line.week().stream().map(day -> DAY.format(day.day())).toList());
        model.addAttribute("canary", canaries.all().stream().filter(flight -> flight.agency().equals(agency) && flight.feed().equals(feed)).findFirst().map(CanaryLine::of).orElse(null));
        model.addAttribute("newest", newest(agency, feed));
        return "web/feed";
    }

    private List<Line> newest(String agency, String feed) {
        return deliveries.newest(agency, feed, DELIVERIES_SHOWN).stream().map(Line::of).toList();
    }

    private static ColumnPanels picture(FeedLine line) {
        List<String> labels = line.week().stream().map(day -> DAY.format(day.day())).toList();
        return ColumnPanels.of("Records of the last seven days", labels, List.of(new ColumnPanels.Series("Taken", line.week().stream().map(day -> OptionalLong.of(day.taken())).toList()),
                new ColumnPanels.Series("Refused", line.week().stream().map(day -> OptionalLong.of(day.refused())).toList())));
    }
}
