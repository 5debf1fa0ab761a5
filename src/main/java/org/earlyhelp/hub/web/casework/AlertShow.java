package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.alert.AlertLooks;
import org.earlyhelp.hub.alert.LevelOverrides;
import org.earlyhelp.hub.identity.DisputedFacts;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.FamilyStory;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.web.RefusedPage;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Shows an alert's page, be it opened or sent back with something to put right. */
@Component
class AlertShow {
    private final AlertDirectory alerts;
    private final AlertLooks looks;
    private final PersonDirectory persons;
    private final ProtectedPeople people;
    private final FamilyStory stories;
    private final AgreementBook book;
    private final RuleBook rules;
    private final LevelOverrides levels;
    private final FamilyDirectory families;
    private final DisputedFacts disputes;
    private final HubClock clock;

    AlertShow(AlertDirectory alerts, AlertLooks looks, PersonDirectory persons, ProtectedPeople people, FamilyStory stories, AgreementBook book, RuleBook rules,
              LevelOverrides levels, FamilyDirectory families, DisputedFacts disputes, HubClock clock) {
        this.alerts = alerts;
        this.looks = looks;
        this.persons = persons;
        this.people = people;
        this.stories = stories;
        this.book = book;
        this.rules = rules;
        this.levels = levels;
        this.families = families;
        this.disputes = disputes;
        this.clock = clock;
    }

    /** The view to render. {@code reason} is null where none was given; {@code sent} is a form with its faults, or null. */
    String show(DisclosureDesk desk, String ref, Viewer viewer, String reason, SentBack sent, Model model, HttpServletResponse response) {
        AlertCase found = find(ref, viewer);
        Disclosure<AlertSheet> answer = desk.disclose(request(found, reason), allowance -> new AlertSheetMaker(found, allowance, book, rules).sheet());
        if (answer instanceof Disclosed<AlertSheet> disclosed) {
            model.addAttribute("sheet", disclosed.content());
            int version = found.alert().version();
            model.addAttribute("notices", alerts.noticesAbout(ref).stream().map(AlertWords::notice).toList());
            model.addAttribute("levels", LevelLines.of(levels.history(found.alert().family()), viewer));
            DecisionForm form = sent == null ? DecisionForm.blank(version, clock) : sent.form().renewed(version, clock);
            model.addAttribute("answers", new AnswerView(form, sent == null ? List.of() : sent.faults(), Ids.ulid(clock)));
            return "web/alert";
        }
        return RefusedPage.show((Disclosure.Refused<AlertSheet>) answer, model, response);
    }

    /** A form that somebody must look at again. */
    record SentBack(DecisionForm form, List<DecisionForm.Fault> faults) {
    }

    private AlertCase find(String ref, Viewer viewer) {
        AlertHistory history = alerts.alert(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<AlertLooks.Look> look = looks.look(ref, viewer.account(), history.alert().version(), clock.now());
        return new AlertCase(history, children(history), people.all(), stories.of(history.alert().familyId()), alerts.ofFamily(history.alert().family()), look, marks(history),
                viewer, clock.now());
    }

    private DisputeMarks marks(AlertHistory history) {
        Set<String> concerned = new HashSet<>();
        history.alert().content().people().forEach(person -> persons.byRef(person).ifPresent(standing -> concerned.add(standing.ref())));
        families.byRef(history.alert().family()).ifPresent(family -> family.members().forEach(member -> concerned.add(member.ref())));
        return new DisputeMarks(disputes.of(concerned));
    }

    private static DisclosureRequest request(AlertCase found, String reason) {
        Shown shown = new Shown(found.protections());
        AlertAsk.facts(found.content(), shown);
        AlertAsk.people(found.content(), shown);
        SafeContacts.ask(found.story(), shown);
        return AlertAsk.request(found.viewer(), "/alerts/{ref}", found.content().level(), reason, shown, AlertAsk.versions(found.content()));
    }

    /** By the reference the alert knows them by, merged or not. */
    private Map<String, PersonView> children(AlertHistory history) {
        Map<String, PersonView> children = new LinkedHashMap<>();
        Stream.concat(Stream.of(history.alert().content()), history.steps().stream().map(AlertHistory.Step::content)).flatMap(content -> content.children().stream())
                .map(Assessment.Child::person).distinct().forEach(child -> persons.byRef(child).ifPresent(person -> children.put(child, person)));
        return children;
    }
}
