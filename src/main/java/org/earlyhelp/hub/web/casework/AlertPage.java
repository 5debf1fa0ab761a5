package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.web.Shown;
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

/** One alert with its facts, each with date and agency. Information governance opens it with a reason only. */
@Controller
class AlertPage {
    private final AlertDirectory alerts;
    private final PersonDirectory persons;
    private final ProtectedPeople people;
    private final AgreementBook book;
    private final DisclosureDesk desk;

    AlertPage(AlertDirectory alerts, PersonDirectory persons, ProtectedPeople people, AgreementBook book, DisclosureDesk desk) {
        this.alerts = alerts;
        this.persons = persons;
        this.people = people;
        this.book = book;
        this.desk = desk;
    }

    @GetMapping("/alerts/{ref}")
    String alert(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        Viewer viewer = Viewer.of(who);
        if (viewer.needsReason()) {
            model.addAttribute("ref", ref);
            return "web/reason";
        }
        return show(ref, viewer, null, model, response);
    }

    @PostMapping("/alerts/{ref}")
    String alertWithReason(@PathVariable String ref, @RequestParam String reason, Authentication who, Model model, HttpServletResponse response) {
        return show(ref, Viewer.of(who), reason.strip(), model, response);
    }

    private String show(String ref, Viewer viewer, String reason, Model model, HttpServletResponse response) {
        AlertHistory history = alerts.alert(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Protection> protections = people.all();
        boolean placeHidden = history.alert().content().people().stream()
                .anyMatch(person -> protections.getOrDefault(person, Protection.NONE).placeHidden());
        Disclosure<AlertSheet> answer = desk.disclose(request(history, viewer, reason, protections),
                allowance -> AlertSheet.of(history, children(history), placeHidden, allowance, book));
        if (answer instanceof Disclosed<AlertSheet> disclosed) {
            model.addAttribute("sheet", disclosed.content());
            return "web/alert";
        }
        Disclosure.Refused<AlertSheet> refused = (Disclosure.Refused<AlertSheet>) answer;
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("entry", refused.entry());
        model.addAttribute("why", refused.reason());
        return "web/refused";
    }

    private static DisclosureRequest request(AlertHistory history, Viewer viewer, String reason, Map<String, Protection> protections) {
        Shown shown = new Shown(protections);
        AlertAsk.facts(history.alert().content(), shown);
        AlertAsk.people(history.alert().content(), shown);
        return AlertAsk.request(viewer, "/alerts/{ref}", history.alert().content().level(), reason, shown, AlertAsk.versions(history.alert().content()));
    }

    /** By the reference the alert knows them by, merged or not. */
    private Map<String, PersonView> children(AlertHistory history) {
        Map<String, PersonView> children = new LinkedHashMap<>();
        history.alert().content().children().forEach(child -> persons.byRef(child.person()).ifPresent(person -> children.put(child.person(), person)));
        return children;
    }
}
