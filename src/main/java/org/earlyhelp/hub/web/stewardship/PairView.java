package org.earlyhelp.hub.web.stewardship;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.PersonMentions;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewForm;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A pair as page and interface show it, and answers as both give them. */
@Component
class PairView {
    /** Records of one person that are shown; more than this a person cannot compare. */
    static final int RECORDS_SHOWN = 50;
    private static final String PAGE = "/reviews/{id}";

    private final ReviewDesk reviews;
    private final PersonMentions mentions;
    private final Ripple ripple;
    private final AgreementBook book;

    PairView(ReviewDesk reviews, PersonMentions mentions, Ripple ripple, AgreementBook book) {
        this.reviews = reviews;
        this.mentions = mentions;
        this.ripple = ripple;
        this.book = book;
    }

    /** What somebody sends; {@code version} and references as they were shown. */
    record Form(int version, String one, String other, String reason) {
    }

    /** Asks the desk and makes the sheet; empty when there is no such pair. */
    Optional<Disclosure<PairSheet>> show(DisclosureDesk desk, long id, Viewer viewer) {
        return reviews.find(id).map(pair -> {
            List<Said> one = mentions.of(pair.one(), RECORDS_SHOWN);
            List<Said> other = pair.isJoined() ? List.of() : mentions.of(pair.other(), RECORDS_SHOWN);
            MatchAsk ask = new MatchAsk().person(pair.one(), one).person(pair.other(), other);
            List<String> leadsTo = leadsTo(pair);
            List<Said> all = new ArrayList<>(one);
            all.addAll(other);
            return desk.disclose(ask.request(viewer, PAGE, pair.placeHidden()), allowance -> PairSheet.of(pair,
                    new SideBySide(allowance, book, pair.placeHidden()).lines(one, other), leadsTo, all, () -> reviews.weights(pair),
                    reviews.steps(id), viewer));
        });
    }

    private List<String> leadsTo(ReviewPair pair) {
        try {
            return pair.isAsked() ? ripple.ofMerge(pair.one(), pair.other())
                    : reviews.joined(pair.id()).map(joined -> ripple.ofUnmerge(joined.kept(), joined.gone())).orElse(List.of());
        } catch (IllegalArgumentException e) {
            return List.of("People were joined or parted this moment: open the page again.");
        }
    }

    /** Gives the answer to the identity room. */
    ReviewAnswer answer(long id, String act, Form form, Viewer viewer) {
        ReviewForm sent = new ReviewForm(id, form.version, form.one, form.other, viewer.account(), form.reason);
        return switch (act) {
            case "same" -> reviews.same(sent);
            case "different" -> reviews.different(sent);
            case "not-sure" -> reviews.notSure(sent);
            case "confirm" -> reviews.confirm(sent);
            case "decline" -> reviews.decline(sent);
            case "undo" -> reviews.undo(sent);
            default -> throw new IllegalArgumentException("no such act on a pair");
        };
    }

    static HttpStatus status(ReviewAnswer.Refused refused) {
        return switch (refused.fault()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case NO_REASON -> HttpStatus.BAD_REQUEST;
            case STALE, NOT_ALLOWED, SAME_PERSON -> HttpStatus.CONFLICT;
        };
    }
}
