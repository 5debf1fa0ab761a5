package org.earlyhelp.hub.web.operation;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.DeadLetters;
import org.earlyhelp.hub.alert.DeadLetters.DeadLetter;
import org.earlyhelp.hub.alert.DeadLetters.Listing;
import org.earlyhelp.hub.alert.DeadLetters.Resend;
import org.earlyhelp.hub.alert.QueueDepths;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits on and before the queues, and what no consumer could handle: why, and sending it again. Shows no content of a message. */
@Controller
class QueuePages {
    private static final int LETTERS_SHOWN = 100;
    private static final int RESENDS_SHOWN = 20;
    private final ObjectProvider<DeadLetters> letters;
    private final ObjectProvider<QueueDepths> depths;

    QueuePages(ObjectProvider<DeadLetters> letters, ObjectProvider<QueueDepths> depths) {
        this.letters = letters;
        this.depths = depths;
    }

    /** One queue, in words. */
    record Depth(String queue, String lying, String oldest, String unsent, String oldestUnsent) {
        static Depth of(QueueDepths.Depth depth) {
            String lying = depth.lying() < 0 ? "not known" : depth.isCountedWhole() ? String.valueOf(depth.lying()) : depth.lying() + " or more";
            return new Depth(depth.queue(), lying, time(depth.oldest()), String.valueOf(depth.unsent()), time(depth.oldestUnsent()));
        }

        private static String time(Instant at) {
            return at == null ? "–" : PlainTime.of(at);
        }
    }

    /** One dead letter, in words. */
    record Line(String id, String queue, String reason, String when, String alert, boolean resendable) {
        static Line of(DeadLetter letter) {
            return new Line(letter.id(), letter.queue(), letter.reason(), PlainTime.of(letter.at()), letter.alert() == null ? "–" : letter.alert(), letter.resendable());
        }
    }

    /** One sending again, in words. */
    record Sent(String when, String by, String queue, String reason) {
        static Sent of(Resend resend) {
            return new Sent(PlainTime.of(resend.at()), resend.by(), resend.queue(), resend.reason());
        }
    }

    @GetMapping("/queues")
    String queues(Model model) {
        return show(null, model);
    }

    @PostMapping("/queues")
    String resend(@RequestParam(defaultValue = "") String id, Authentication who, Model model) {
        DeadLetters desk = letters.getIfAvailable();
        return show(desk == null ? DeadLetters.Result.BROKER_AWAY : desk.resend(id, Viewer.of(who).account()), model);
    }

    private String show(DeadLetters.Result result, Model model) {
        DeadLetters desk = letters.getIfAvailable();
        Listing listing = desk == null ? new Listing.BrokerAway() : desk.list(LETTERS_SHOWN);
        QueueDepths look = depths.getIfAvailable();
        model.addAttribute("depths", look == null ? List.of() : look.look().stream().map(Depth::of).toList());
        model.addAttribute("away", listing instanceof Listing.BrokerAway);
        model.addAttribute("lines", listing instanceof Listing.Letters lying ? lying.letters().stream().map(Line::of).toList() : List.of());
        model.addAttribute("resends", desk == null ? List.of() : desk.resends(RESENDS_SHOWN).stream().map(Sent::of).toList());
        model.addAttribute("result", result == null ? null : words(result));
        return "web/queues";
    }

    private static String words(DeadLetters.Result result) {
        return switch (result) {
            case SENT -> "Sent again. If it fails once more it comes back to this list.";
            case GONE -> "That message is no longer here. Nothing was sent.";
            case NOT_RESENDABLE -> "Its content was not kept, so it cannot be sent again. Ask the sender to send it anew.";
            case BROKER_AWAY -> "The broker cannot be reached. Nothing was sent and nothing is lost; try again later.";
        };
    }
}
