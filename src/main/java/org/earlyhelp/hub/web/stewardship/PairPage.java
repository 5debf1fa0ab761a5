package org.earlyhelp.hub.web.stewardship;

import jakarta.servlet.http.HttpServletResponse;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.RefusedPage;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Two people side by side, and the answer of whoever looks. */
@Controller
class PairPage {
    private final PairView pairs;
    private final DisclosureDesk desk;

    PairPage(PairView pairs, DisclosureDesk desk) {
        this.pairs = pairs;
        this.desk = desk;
    }

    @GetMapping("/reviews/{id:[0-9]+}")
    String pair(@PathVariable long id, Authentication who, Model model, HttpServletResponse response) {
        Disclosure<PairSheet> answer = pairs.show(desk, id, Viewer.of(who)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (answer instanceof Disclosed<PairSheet> disclosed) {
            model.addAttribute("sheet", disclosed.content());
            return "web/review";
        }
        return RefusedPage.show((Disclosure.Refused<PairSheet>) answer, model, response);
    }

    /** A missing version is that of no pair, so the form is refused as stale. */
    @PostMapping("/reviews/{id:[0-9]+}/{act:same|different|not-sure|confirm|decline|undo}")
    String act(@PathVariable long id, @PathVariable String act, @RequestParam(defaultValue = "-1") int version, @RequestParam(defaultValue = "") String one,
               @RequestParam(defaultValue = "") String other, @RequestParam(defaultValue = "") String reason, Authentication who, Model model,
               HttpServletResponse response) {
        ReviewAnswer answer = pairs.answer(id, act, new PairView.Form(version, one, other, reason), Viewer.of(who));
        if (answer instanceof ReviewAnswer.Refused refused) {
            response.setStatus(PairView.status(refused).value());
            model.addAttribute("found", refused.found());
            model.addAttribute("back", "/reviews/" + id);
            return "web/review-refused";
        }
        return "redirect:/reviews/" + id;
    }
}
