package org.earlyhelp.hub.web.erasure;

import jakarta.servlet.http.HttpServletResponse;
import org.earlyhelp.hub.rights.erase.ErasureCase;
import org.earlyhelp.hub.rights.erase.ErasureCase.State;
import org.earlyhelp.hub.rights.erase.ErasureDesk;
import org.earlyhelp.hub.rights.erase.ErasurePlan;
import org.earlyhelp.hub.rights.erase.Ground;
import org.earlyhelp.hub.web.StaffRole;
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

/** Erasing a person: what would go, the proposal, the second person, and the proof. */
@Controller
class ErasurePages {
    private static final String PERSON = "P-[0-9A-Z]{6}";
    private final ErasureDesk desk;

    ErasurePages(ErasureDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/rights/erasure")
    String list(Authentication who, Model model) {
        model.addAttribute("lines", desk.newest().stream().map(ErasureLine::of).toList());
        model.addAttribute("mayPropose", Viewer.of(who).role() == StaffRole.IG);
        return "web/erasures";
    }

    @GetMapping("/rights/erasure/plan")
    String plan(@RequestParam(defaultValue = "") String person, Model model, HttpServletResponse response) {
        return plan(person.strip(), "", "", null, model, response);
    }

    @PostMapping("/rights/erasure/plan")
    String propose(@RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String ground, @RequestParam(defaultValue = "") String reason,
                   @RequestParam(defaultValue = "") String override, Authentication who, Model model, HttpServletResponse response) {
        try {
            Ground chosen = Ground.named(ground).orElseThrow(() -> new IllegalArgumentException("Choose on which ground the data is to go."));
            return "redirect:/rights/erasure/" + desk.propose(person, chosen, reason.strip(), override.strip(), Viewer.of(who).account());
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return plan(person, reason, override, e.getMessage(), model, response);
        }
    }

    private String plan(String person, String reason, String override, String error, Model model, HttpServletResponse response) {
        ErasurePlan plan = person.matches(PERSON) ? desk.plan(person).orElse(null) : null;
        if (plan == null && error == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("plan", plan);
        model.addAttribute("rooms", plan == null ? null : HeldByRoom.of(plan.held()));
        model.addAttribute("grounds", Ground.values());
        model.addAttribute("reason", reason);
        model.addAttribute("override", override);
        model.addAttribute("error", error);
        model.addAttribute("most", ErasureDesk.REASON_CHARACTERS);
        return "web/erasure-plan";
    }

    @GetMapping("/rights/erasure/{ref}")
    String show(@PathVariable String ref, Authentication who, Model model) {
        return show(found(ref), null, who, model);
    }

    @PostMapping("/rights/erasure/{ref}/confirm")
    String confirm(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        return decided(ref, () -> desk.confirm(ref, Viewer.of(who).account()), who, model, response);
    }

    @PostMapping("/rights/erasure/{ref}/decline")
    String decline(@PathVariable String ref, @RequestParam(defaultValue = "") String words, Authentication who, Model model, HttpServletResponse response) {
        return decided(ref, () -> desk.decline(ref, words.strip(), Viewer.of(who).account()), who, model, response);
    }

    private String decided(String ref, Runnable decision, Authentication who, Model model, HttpServletResponse response) {
        ErasureCase before = found(ref);
        try {
            decision.run();
            return "redirect:/rights/erasure/" + ref;
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(before, e.getMessage(), who, model);
        }
    }

    private String show(ErasureCase found, String error, Authentication who, Model model) {
        boolean waits = found.state() == State.PROPOSED;
        model.addAttribute("line", ErasureLine.of(found));
        model.addAttribute("rooms", HeldByRoom.of(found.counts()));
        model.addAttribute("plan", waits ? desk.plan(found.person()).map(plan -> HeldByRoom.of(plan.held())).orElse(null) : null);
        model.addAttribute("obstacles", waits ? desk.plan(found.person()).map(ErasurePlan::obstacles).orElse(null) : null);
        model.addAttribute("waits", waits);
        model.addAttribute("mayConfirm", waits && !found.proposedBy().equals(Viewer.of(who).account()));
        model.addAttribute("error", error);
        model.addAttribute("most", ErasureDesk.REASON_CHARACTERS);
        return "web/erasure";
    }

    private ErasureCase found(String ref) {
        return desk.find(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
