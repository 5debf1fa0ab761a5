package org.earlyhelp.hub.web.stewardship;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonMentions;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.identity.PersonView;
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
import org.springframework.web.server.ResponseStatusException;

/** One person's records, for whoever must see why they are one, or take one out. A sealed person has no such page. */
@Controller
class PersonPage {
    private static final String PAGE = "/reviews/people/{ref}";

    private final PersonDirectory people;
    private final PersonMentions mentions;
    private final AgreementBook book;
    private final DisclosureDesk desk;

    PersonPage(PersonDirectory people, PersonMentions mentions, AgreementBook book, DisclosureDesk desk) {
        this.people = people;
        this.mentions = mentions;
        this.book = book;
        this.desk = desk;
    }

    @GetMapping(PAGE)
    String person(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        PersonView person = people.byRef(ref).filter(found -> !found.sealed()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Said> sources = mentions.of(person.ref(), PairView.RECORDS_SHOWN);
        Disclosure<PersonSheet> answer = desk.disclose(new MatchAsk().person(person.ref(), sources).request(Viewer.of(who), PAGE, person.placeHidden()),
                allowance -> PersonSheet.of(person, sources, mentions.mergedInto(person.ref()), new SideBySide(allowance, book, person.placeHidden())));
        if (answer instanceof Disclosed<PersonSheet> disclosed) {
            model.addAttribute("sheet", disclosed.content());
            return "web/review-person";
        }
        return RefusedPage.show((Disclosure.Refused<PersonSheet>) answer, model, response);
    }
}
