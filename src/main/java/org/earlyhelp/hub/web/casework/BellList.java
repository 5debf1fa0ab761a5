package org.earlyhelp.hub.web.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.BeforeTheBell;
import org.earlyhelp.hub.need.BeforeTheBell.Pupil;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/** Pupils whom domestic abuse since the last bell concerns, and what a school may be told by the agreement of whoever reported it. */
@Component
class BellList {
    static final int PUPILS_SHOWN = 50;
    private static final String ABUSE = "needs.DOMESTIC_ABUSE";
    private static final String SCHOOL = "school";

    private final BeforeTheBell bell;
    private final PersonDirectory persons;
    private final ProtectedPeople people;
    private final AgreementBook book;

    BellList(BeforeTheBell bell, PersonDirectory persons, ProtectedPeople people, AgreementBook book) {
        this.bell = bell;
        this.persons = persons;
        this.people = people;
        this.book = book;
    }

    /** The list; {@code schoolDay} null where the calendar has none. {@code today}: school is in today. {@code refused} null where it may be shown. */
    record Bell(String schoolDay, boolean today, String since, List<Line> pupils, boolean full, Disclosure.Refused<?> refused) {
    }

    /** One pupil and referral; {@code school} is a URN or {@code withheld}. */
    record Line(String person, String name, String born, String family, String school, String happened, String agency, String mayBeTold) {
    }

    private record Found(Pupil pupil, PersonView child) {
    }

    /** Makes the list, every view logged. */
    Bell show(DisclosureDesk desk, Viewer viewer, Instant now) {
        Optional<LocalDate> day = bell.nextSchoolDay(now);
        Optional<Instant> since = day.flatMap(bell::lastBell);
        if (day.isEmpty() || since.isEmpty()) {
            return new Bell(null, false, null, List.of(), false, null);
        }
        List<Found> found = bell.since(since.get(), PUPILS_SHOWN).stream()
                .flatMap(pupil -> persons.byRef(pupil.person()).map(child -> new Found(pupil, child)).stream()).toList();
        Disclosure<List<Line>> answer = lines(desk, viewer, found);
        return new Bell(PlainTime.of(day.get()), day.get().equals(London.dateOf(now)), PlainTime.of(since.get()),
                answer instanceof Disclosed<List<Line>> disclosed ? disclosed.content() : List.of(), found.size() == PUPILS_SHOWN,
                answer instanceof Disclosure.Refused<List<Line>> refused ? refused : null);
    }

    private Disclosure<List<Line>> lines(DisclosureDesk desk, Viewer viewer, List<Found> found) {
        Map<String, Protection> protections = people.all();
        Shown shown = new Shown(protections);
        found.forEach(one -> {
            shown.add(one.pupil.person(), AlertAsk.NAME, DataClass.IDENTITY, null);
            shown.add(one.pupil.person(), AlertAsk.BORN, DataClass.IDENTITY, null);
            shown.add(one.pupil.person(), ABUSE, DataClass.DOMESTIC_ABUSE, one.pupil.agency());
            shown.add(one.pupil.person(), SCHOOL, DataClass.EDUCATION, one.pupil.schoolAgency());
        });
        Function<Allowance, List<Line>> render = allowance -> found.stream().filter(one -> allowance.allows(one.pupil.person(), one.pupil.agency(), ABUSE))
                .map(one -> line(one, allowance)).toList();
        return desk.disclose(AlertAsk.request(viewer, "/monday", 0, null, shown, Map.of()), render);
    }

    private Line line(Found one, Allowance allowance) {
        boolean hidden = one.child.placeHidden();
        boolean named = allowance.allows(one.pupil.person(), AlertAsk.NAME);
        boolean school = !hidden && allowance.allows(one.pupil.person(), one.pupil.schoolAgency(), SCHOOL);
        String born = allowance.allows(one.pupil.person(), AlertAsk.BORN) ? PlainTime.of(one.child.summary().dateOfBirth()) : "withheld";
        return new Line(one.pupil.person(), named ? PersonWords.name(one.child.summary()) : "withheld", born, one.pupil.family(),
                school ? "URN " + one.pupil.school() : "withheld", PlainTime.of(one.pupil.at()), book.nameFor(one.pupil.agency(), hidden), mayBeTold(one, hidden));
    }

    /** By the agreement of whoever reported it; the school never learns who, where or what. */
    private String mayBeTold(Found one, boolean hidden) {
        String teller = book.nameFor(one.pupil.agency(), hidden);
        boolean agreed = book.agreementOf(one.pupil.agency()).flatMap(terms -> terms.grantFor(Recipient.agency(one.pupil.schoolAgency())))
                .filter(grant -> grant.classes().contains(DataClass.DOMESTIC_ABUSE))
                .filter(grant -> grant.purposes().contains(Purpose.SAFEGUARDING) || grant.purposes().contains(Purpose.EARLY_HELP)).isPresent();
        return agreed ? "That there was a domestic-abuse incident on " + PlainTime.of(London.dateOf(one.pupil.at())) + ", so that staff can support the child. Not who, where or what."
                : "Nothing from here: the agreement with " + teller + " does not let the hub tell a school. Ask " + teller + " whether the school was told.";
    }
}
