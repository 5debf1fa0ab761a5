package org.earlyhelp.hub.web.rights.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/** Finds whose data a request is about, by surname and date of birth. Sealed people are never found. */
@Component
class FindPeople {
    private static final String NAME = "name";
    private static final String BORN = "dateOfBirth";
    private final PersonDirectory persons;

    FindPeople(PersonDirectory persons) {
        this.persons = persons;
    }

    /** One person found. */
    record Found(String ref, String name, String born) {
    }

    /** The reference as it stands now, for one that was typed; empty when nobody stands under it. */
    Optional<String> standing(String typed) {
        return persons.byRef(typed.strip().toUpperCase(Locale.ROOT)).map(PersonView::ref);
    }

    List<Found> find(DisclosureDesk desk, RightsRequest request, String surname, LocalDate born, Viewer viewer) {
        List<PersonView> found = persons.search(surname, born);
        if (found.isEmpty()) {
            return List.of();
        }
        Set<DisclosedField> fields = Set.of(new DisclosedField(NAME, DataClass.IDENTITY, null), new DisclosedField(BORN, DataClass.IDENTITY, null));
        List<DisclosureSubject> subjects = found.stream().map(one -> new DisclosureSubject(one.ref(), one.placeHidden(), one.sealed(), false, fields)).toList();
        return desk.disclose(RightsAsk.of(request, viewer, "/rights/{ref}/find", subjects), allowance -> found.stream().map(one -> new Found(one.ref(),
                allowance.allows(one.ref(), NAME) ? one.summary().forenames() + " " + one.summary().surname() : "withheld",
                allowance.allows(one.ref(), BORN) ? PlainTime.of(one.summary().dateOfBirth()) : "withheld")).toList()) instanceof Disclosed<List<Found>> disclosed
                ? disclosed.content() : List.of();
    }
}
