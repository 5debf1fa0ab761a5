package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A caller names a child. Who asks and what for are kept with every answer, and with every refusal. */
@Controller
class LookUpPage {
    private final LookUp lookUp;
    private final DisclosureDesk desk;

    LookUpPage(LookUp lookUp, DisclosureDesk desk) {
        this.lookUp = lookUp;
        this.desk = desk;
    }

    @GetMapping("/search")
    String ask(Model model) {
        return page(LookUpForm.of(Map.of()), List.of(), model);
    }

    @PostMapping("/search")
    String search(@RequestParam Map<String, String> sent, Authentication who, Model model, HttpServletResponse response) {
        Viewer viewer = Viewer.of(who);
        LookUpForm form = LookUpForm.of(sent);
        List<DecisionForm.Fault> faults = form.faults();
        if (!faults.isEmpty()) {
            noteRefusal(viewer, faults);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(form, faults, model);
        }
        model.addAttribute("result", lookUp.answer(desk, form, viewer));
        return page(form, faults, model);
    }

    /** By field, never by what was typed. */
    private void noteRefusal(Viewer viewer, List<DecisionForm.Fault> faults) {
        String fields = String.join(" ", faults.stream().map(DecisionForm.Fault::field).distinct().toList());
        desk.note(List.of(new Act(ActKind.REFUSED, null, viewer.recipient(), null, null, Set.of(), Set.of(),
                Map.of("place", "/search", "why", "the search was not complete", "fields", fields))));
    }

    private static String page(LookUpForm form, List<DecisionForm.Fault> faults, Model model) {
        Map<String, String> wrong = new LinkedHashMap<>();
        List.of("caller", "purpose", "surname", "forename", "day").forEach(field -> wrong.put(field, LookUpForm.fault(faults, field)));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("wrong", wrong);
        return "web/search";
    }
}
