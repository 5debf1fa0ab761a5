package org.earlyhelp.hub.web.governance;

import java.util.List;
import org.earlyhelp.hub.identity.PersonReferences;
import org.earlyhelp.hub.identity.PersonReferences.Held;
import org.earlyhelp.hub.sharing.audit.LogFilter.About;
import org.springframework.stereotype.Component;

/** Which entries of the log speak of a person: those of all the references the person has had. */
@Component
class PersonAbout {
    private final PersonReferences references;

    PersonAbout(PersonReferences references) {
        this.references = references;
    }

    /** Of a reference; of one that nobody has, itself: the log may still speak of it. */
    List<About> of(String ref) {
        List<Held> held = references.of(ref);
        return held.isEmpty() ? List.of(About.always(ref)) : held.stream().map(one -> new About(one.ref(), one.since(), one.until())).toList();
    }

    List<Held> held(String ref) {
        return references.of(ref);
    }
}
