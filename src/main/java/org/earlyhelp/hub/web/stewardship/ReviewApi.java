package org.earlyhelp.hub.web.stewardship;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.identity.review.ReviewCounts;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The same as the pages, as JSON; what is refused comes as problem details (RFC 9457). */
@RestController
class ReviewApi {
    private final ReviewDesk reviews;
    private final ReviewQueue queue;
    private final PairView pairs;
    private final DisclosureDesk desk;

    ReviewApi(ReviewDesk reviews, ReviewQueue queue, PairView pairs, DisclosureDesk desk) {
        this.reviews = reviews;
        this.queue = queue;
        this.pairs = pairs;
        this.desk = desk;
    }

    /** The list as the page shows it. */
    record Reviews(ReviewCounts counts, Map<String, Long> byClass, boolean more, List<ReviewQueue.Line> pairs) {
    }

    /** What is sent to answer; a field left out is refused as stale or as lacking a reason. */
    record Answer(Integer version, String one, String other, String reason) {
        PairView.Form form() {
            return new PairView.Form(version == null ? -1 : version, text(one), text(other), text(reason));
        }

        private static String text(String given) {
            return given == null ? "" : given;
        }
    }

    /** How the pair stands after it. */
    record Outcome(long id, int version, String one, String other, String state) {
        static Outcome of(ReviewPair pair) {
            return new Outcome(pair.id(), pair.version(), pair.one(), pair.other(), pair.state().name());
        }
    }

    @GetMapping("/api/reviews")
    ResponseEntity<?> list(Authentication who) {
        ReviewQueue.Page page = queue.show(desk, Viewer.of(who), "/api/reviews");
        return page.refused() == null ? ResponseEntity.ok(new Reviews(reviews.counts(), page.byClass(), page.more(), page.lines())) : refused(page.refused());
    }

    @GetMapping("/api/reviews/{id:[0-9]+}")
    ResponseEntity<?> one(@PathVariable long id, Authentication who) {
        Disclosure<PairSheet> answer = pairs.show(desk, id, Viewer.of(who)).orElse(null);
        if (answer == null) {
            return problem(HttpStatus.NOT_FOUND, "There is no such pair, or it may not be shown.");
        }
        return answer instanceof Disclosed<PairSheet> disclosed ? ResponseEntity.ok(disclosed.content())
                : refused((Disclosure.Refused<PairSheet>) answer);
    }

    @PostMapping(path = "/api/reviews/{id:[0-9]+}/{act:same|different|not-sure|confirm|decline|undo}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> act(@PathVariable long id, @PathVariable String act, @RequestBody Answer sent, Authentication who) {
        ReviewAnswer answer = pairs.answer(id, act, sent.form(), Viewer.of(who));
        if (answer instanceof ReviewAnswer.Refused refused) {
            return problem(PairView.status(refused), refused.found());
        }
        return ResponseEntity.ok(Outcome.of(((ReviewAnswer.Done) answer).pair()));
    }

    /** The same words as on a page, and the entry of the sharing log to ask about. */
    private static ResponseEntity<ProblemDetail> refused(Disclosure.Refused<?> refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, String.join(" ", refused.refusal().sentences()));
        problem.setProperty("entry", refused.entry());
        return ResponseEntity.status(HttpStatus.FORBIDDEN).body(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
