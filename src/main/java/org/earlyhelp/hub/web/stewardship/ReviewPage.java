package org.earlyhelp.hub.web.stewardship;

import org.earlyhelp.hub.identity.OpenFindings;
import org.earlyhelp.hub.identity.review.PartingDesk;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pairs that wait for an answer, the most pressing first, how far the work is, and the open findings. */
@Controller
class ReviewPage {
    private static final int FINDINGS_SHOWN = 100;
    private static final int PARTINGS_SHOWN = 100;

    private final OpenFindings findings;
    private final ReviewDesk reviews;
    private final PartingDesk partings;
    private final ReviewQueue queue;
    private final DisclosureDesk desk;

    ReviewPage(OpenFindings findings, ReviewDesk reviews, PartingDesk partings, ReviewQueue queue, DisclosureDesk desk) {
        this.findings = findings;
        this.reviews = reviews;
        this.partings = partings;
        this.queue = queue;
        this.desk = desk;
    }

    @GetMapping("/reviews")
    String reviews(Authentication who, Model model) {
        model.addAttribute("list", queue.show(desk, Viewer.of(who), "/reviews"));
        model.addAttribute("counts", reviews.counts());
        model.addAttribute("partings", partings.waiting(PARTINGS_SHOWN).stream().map(PartingLine::of).toList());
        model.addAttribute("findings", findings.oldest(FINDINGS_SHOWN));
        model.addAttribute("count", findings.count());
        return "web/reviews";
    }
}
