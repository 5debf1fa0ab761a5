package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.sharing.AgreementBook;
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

/** The whole family across agencies. Information governance opens it with a reason only. */
@Controller
class FamilyPage {
    private final FamilyCases cases;
    private final AgreementBook book;
    private final RuleBook rules;
    private final DisclosureDesk desk;

    FamilyPage(FamilyCases cases, AgreementBook book, RuleBook rules, DisclosureDesk desk) {
        this.cases = cases;
        this.book = book;
        this.rules = rules;
        this.desk = desk;
    }

    @GetMapping("/families/{ref}")
    String family(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        Viewer viewer = Viewer.of(who);
        if (viewer.needsReason()) {
            model.addAttribute("path", "/families/" + ref);
            return "web/reason";
        }
        return show(ref, viewer, null, model, response);
    }

    @PostMapping("/families/{ref}")
    String familyWithReason(@PathVariable String ref, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        return show(ref, Viewer.of(who), reason.strip(), model, response);
    }

    private String show(String ref, Viewer viewer, String reason, Model model, HttpServletResponse response) {
        FamilyCase found = cases.find(ref, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Disclosure<FamilySheet> answer = desk.disclose(found.request(reason), allowance -> new FamilySheetMaker(found, allowance, book, rules).sheet());
        if (answer instanceof Disclosed<FamilySheet> disclosed) {
            model.addAttribute("sheet", disclosed.content());
            return "web/family";
        }
        return RefusedPage.show((Disclosure.Refused<FamilySheet>) answer, model, response);
    }
}
