package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.AlertAnswers;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.web.RefusedPage;
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

/** Free words kept with decisions, opened one decision at a time with a reason; known hidden places are masked. */
@Controller
class WordsPage {
    private static final String WORDS = "answerWords";
    /** The words are about everyone of the family at once. */
    private static final DisclosureRequest.Core ALL_OF_IT = new DisclosureRequest.Core(Set.of(WORDS), true);

    private final AlertDirectory alerts;
    private final AlertAnswers answers;
    private final FamilyDirectory families;
    private final ProtectedPeople people;
    private final DisclosureDesk desk;

    WordsPage(AlertDirectory alerts, AlertAnswers answers, FamilyDirectory families, ProtectedPeople people, DisclosureDesk desk) {
        this.alerts = alerts;
        this.answers = answers;
        this.families = families;
        this.people = people;
        this.desk = desk;
    }

    /** A decision that may have words beside it. */
    record Line(String id, String what) {
    }

    /** What was kept; null for nothing. */
    record Words(String childsWords, String whyNot) {
    }

    @GetMapping("/alerts/{ref}/words")
    String choose(@PathVariable String ref, Model model) {
        return page(find(ref), model);
    }

    @PostMapping("/alerts/{ref}/words")
    String open(@PathVariable String ref, @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason, Authentication who,
                Model model, HttpServletResponse response) {
        AlertHistory history = find(ref);
        boolean known = history.decisions().stream().anyMatch(one -> one.id().equals(decision));
        if (!known || reason.isBlank()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("fault", known ? "Say why you need to read it" : "Choose a decision");
            return page(history, model);
        }
        Disclosure<Words> answer = disclose(history, decision, Viewer.of(who), reason.strip());
        if (answer instanceof Disclosed<Words> disclosed) {
            model.addAttribute("words", disclosed.content());
            return page(history, model);
        }
        return RefusedPage.show((Disclosure.Refused<Words>) answer, model, response);
    }

    private AlertHistory find(String ref) {
        return alerts.alert(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(AlertHistory history, Model model) {
        List<Line> lines = history.decisions().stream().filter(decision -> decision.action() == Decision.Action.OUTCOME)
                .map(decision -> new Line(decision.id(), AlertWords.outcome(decision.outcome()) + ", " + PlainTime.of(decision.at()))).toList();
        model.addAttribute("ref", history.alert().ref());
        model.addAttribute("lines", lines);
        return "web/words";
    }

    private Disclosure<Words> disclose(AlertHistory history, String decision, Viewer viewer, String reason) {
        AlertContent content = history.alert().content();
        Shown shown = new Shown(people.all());
        content.people().forEach(person -> shown.add(person, WORDS, DataClass.FREE_TEXT, null));
        HiddenValues hidden = families.byRef(history.alert().family()).map(HiddenValues::of).orElse(HiddenValues.NONE);
        return desk.disclose(AlertAsk.request(viewer, "/alerts/{ref}/words", content.level(), reason, shown, Map.of()).needing(ALL_OF_IT),
                allowance -> words(answers.wordsOf(decision), hidden));
    }

    private static Words words(Map<String, String> kept, HiddenValues hidden) {
        return new Words(hidden.masked(kept.get("childsWords")), hidden.masked(kept.get("whyNot")));
    }
}
