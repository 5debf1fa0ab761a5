package org.earlyhelp.hub.web.stewardship;

import org.earlyhelp.hub.identity.OpenFindings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The open findings, the oldest first. */
@Controller
class ReviewPage {
    private static final int FINDINGS_SHOWN = 100;

    private final OpenFindings findings;

    ReviewPage(OpenFindings findings) {
        this.findings = findings;
    }

    @GetMapping("/reviews")
    String reviews(Model model) {
        model.addAttribute("findings", findings.oldest(FINDINGS_SHOWN));
        model.addAttribute("count", findings.count());
        return "web/reviews";
    }
}
