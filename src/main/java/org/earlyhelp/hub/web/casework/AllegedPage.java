package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.identity.Allegations;
import org.earlyhelp.hub.identity.Allegations.Alleged;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.need.FamilyStory;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
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

/** Who is alleged to have done harm: by itself, with a reason, one log entry a person, never printed, nobody else beside. */
@Controller
class AllegedPage {
    private static final String NAME = "alleged";

    private final AlertDirectory alerts;
    private final FamilyStory stories;
    private final Allegations allegations;
    private final ProtectedPeople people;
    private final AgreementBook book;
    private final DisclosureDesk desk;

    AllegedPage(AlertDirectory alerts, FamilyStory stories, Allegations allegations, ProtectedPeople people, AgreementBook book, DisclosureDesk desk) {
        this.alerts = alerts;
        this.stories = stories;
        this.allegations = allegations;
        this.people = people;
        this.book = book;
        this.desk = desk;
    }

    /** One name as an agency gave it. */
    record Line(String name, String agency) {
    }

    @GetMapping("/alerts/{ref}/alleged")
    String ask(@PathVariable String ref, Model model) {
        find(ref);
        model.addAttribute("ref", ref);
        return "web/alleged";
    }

    @PostMapping("/alerts/{ref}/alleged")
    String show(@PathVariable String ref, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        Alert alert = find(ref).alert();
        model.addAttribute("ref", ref);
        if (reason.isBlank()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("fault", "Say why you need the name");
            return "web/alleged";
        }
        List<Alleged> named = allegations.in(records(alert));
        List<Alleged> labelled = named.stream().filter(one -> !isCounter(one, named)).toList();
        Map<String, Protection> protections = people.all();
        List<Line> lines = new ArrayList<>();
        oneByOne(labelled).forEach((person, words) -> lines.addAll(lines(alert, person, words, Viewer.of(who), reason.strip(), protections)));
        model.addAttribute("lines", lines.stream().distinct().toList());
        model.addAttribute("counter", labelled.size() < named.size());
        model.addAttribute("withheld", lines.isEmpty() && !labelled.isEmpty());
        return "web/alleged";
    }

    private AlertHistory find(String ref) {
        return alerts.alert(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The same pair in opposite roles: then neither is labelled. */
    private static boolean isCounter(Alleged one, List<Alleged> named) {
        return named.stream().anyMatch(other -> one.harmed().contains(other.person()) && other.harmed().contains(one.person()));
    }

    private static Map<String, List<Alleged>> oneByOne(List<Alleged> labelled) {
        return labelled.stream().collect(Collectors.groupingBy(Alleged::person, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Line> lines(Alert alert, String person, List<Alleged> words, Viewer viewer, String reason, Map<String, Protection> protections) {
        Protection protection = protections.getOrDefault(person, Protection.NONE);
        Set<DisclosedField> fields = words.stream().map(one -> new DisclosedField(NAME, DataClass.ALLEGATION, one.agency())).collect(Collectors.toSet());
        DisclosureSubject subject = new DisclosureSubject(person, protection.placeHidden(), protection.sealed(), true, fields);
        DisclosureRequest plain = AlertAsk.request(viewer, "/alerts/{ref}/alleged", alert.content().level(), reason, new Shown(Map.of()), Map.of());
        DisclosureRequest request = new DisclosureRequest(plain.kind(), plain.recipient(), plain.purpose(), plain.channel(), plain.level(), reason, List.of(subject), Map.of());
        boolean placeHidden = alert.content().people().stream().anyMatch(child -> protections.getOrDefault(child, Protection.NONE).placeHidden());
        Disclosure<List<Line>> answer = desk.disclose(request, allowance -> words.stream().filter(one -> allowance.allows(person, one.agency(), NAME))
                .map(one -> new Line(PersonWords.name(one.words()), book.nameFor(one.agency(), placeHidden))).toList());
        return answer instanceof Disclosed<List<Line>> disclosed ? disclosed.content() : List.of();
    }

    /** The opaque ids of the domestic-abuse records that the alert or its family's story rests on. */
    private Set<String> records(Alert alert) {
        Stream<String> shown = Stream.concat(
                alert.content().needs().stream().filter(need -> AlertWords.isDomesticAbuse(need.code())).flatMap(need -> need.evidence().stream()),
                alert.content().harmTests().stream().filter(test -> AlertWords.isDomesticAbuse(test.code())).flatMap(test -> test.evidence().stream()));
        Stream<String> told = stories.of(alert.familyId()).events().stream().filter(event -> event.kind() == StoryEvent.Kind.DOMESTIC_ABUSE).map(StoryEvent::evidence);
        return Stream.concat(shown, told).map(AllegedPage::idOf).collect(Collectors.toSet());
    }

    /** {@code agency/feed/ULID@version}. */
    private static String idOf(String evidence) {
        return evidence.substring(evidence.lastIndexOf('/') + 1, evidence.lastIndexOf('@'));
    }
}
