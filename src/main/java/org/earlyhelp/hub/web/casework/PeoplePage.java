package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.DisputedFacts;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonMentions;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.identity.PersonRestrictions;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.need.HeldNeeds.HeldNeed;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.RefusedPage;
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

/** One person as known now. A steward sees no needs. What names somebody as alleged to have done harm is left out, and so are they if nothing else names them. */
@Controller
class PeoplePage {
    private static final int RECORDS_SHOWN = 50;

    private final PersonDirectory persons;
    private final PersonMentions mentions;
    private final HeldNeeds needs;
    private final RuleBook rules;
    private final AgreementBook book;
    private final DisputedFacts disputes;
    private final PersonRestrictions restrictions;
    private final DisclosureDesk desk;

    PeoplePage(PersonDirectory persons, PersonMentions mentions, HeldNeeds needs, RuleBook rules, AgreementBook book,
               DisputedFacts disputes, PersonRestrictions restrictions, DisclosureDesk desk) {
        this.persons = persons;
        this.mentions = mentions;
        this.needs = needs;
        this.rules = rules;
        this.book = book;
        this.disputes = disputes;
        this.restrictions = restrictions;
        this.desk = desk;
    }

    @GetMapping("/people/{ref}")
    String person(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        return show(ref, Viewer.of(who), null, model, response);
    }

    @PostMapping("/people/{ref}")
    String personWithReason(@PathVariable String ref, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        return show(ref, Viewer.of(who), reason.strip(), model, response);
    }

    private String show(String ref, Viewer viewer, String reason, Model model, HttpServletResponse response) {
        PersonView person = persons.byRef(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Said> said = mentions.of(person.ref(), RECORDS_SHOWN);
        if (said.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<HeldNeed> held = viewer.role() == StaffRole.STEWARD || person.family() == null ? List.of()
                : needs.ofFamily(person.family()).stream().filter(need -> need.person().equals(person.ref())).toList();
        PeopleSheet.Asked asked = new PeopleSheet.Asked(person, said, held, new DisputeMarks(disputes.of(Set.of(person.ref()))),
                !restrictions.among(Set.of(person.ref())).isEmpty(), viewer, reason);
        Disclosure<PeopleSheet> answer = desk.disclose(asked.request(), allowance -> PeopleSheet.of(asked, allowance, book, rules));
        if (answer instanceof Disclosed<PeopleSheet> disclosed) {
            model.addAttribute("sheet", disclosed.content());
            return "web/person";
        }
        return RefusedPage.show((Disclosure.Refused<PeopleSheet>) answer, model, response);
    }
}
