package org.earlyhelp.hub.web.operation;

import java.util.List;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What has arrived by feed, the newest deliveries, and the life of one with its errors. */
@Controller
class FeedPages {
    private static final int DELIVERIES_SHOWN = 50;
    private static final int DELIVERIES_COUNTED = 100;
    private static final int ERRORS_SHOWN = 200;

    private final Deliveries deliveries;
    private final AgreementBook book;

    FeedPages(Deliveries deliveries, AgreementBook book) {
        this.deliveries = deliveries;
        this.book = book;
    }

    /** A delivery with its stage in words. */
    record Line(Delivery delivery, String stage) {
        static Line of(Delivery delivery) {
            return new Line(delivery, StageWords.of(delivery.stage()));
        }
    }

    @GetMapping("/feeds")
    String feeds(Model model) {
        model.addAttribute("feeds", book.feeds().stream()
                .map(terms -> FeedLine.of(terms, deliveries.newest(terms.agency(), terms.feed(), DELIVERIES_COUNTED))).toList());
        model.addAttribute("counted", DELIVERIES_COUNTED);
        model.addAttribute("newest", deliveries.newest(null, null, DELIVERIES_SHOWN).stream().map(Line::of).toList());
        model.addAttribute("open", deliveries.open());
        return "web/feeds";
    }

    @GetMapping("/deliveries/{receipt}")
    String delivery(@PathVariable String receipt, Model model) {
        Delivery delivery = deliveries.find(receipt).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<?> errors = deliveries.errorsOf(delivery.id(), ERRORS_SHOWN);
        model.addAttribute("line", Line.of(delivery));
        model.addAttribute("errors", errors);
        model.addAttribute("truncated", errors.size() == ERRORS_SHOWN);
        return "web/delivery";
    }
}
