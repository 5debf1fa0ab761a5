package org.earlyhelp.hub.web.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.identity.DisputedFacts;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.FamilyView;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonRestrictions;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.FamilyStory;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.need.HeldNeeds.HeldNeed;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/** Gathers what a family's page draws on. */
@Component
class FamilyCases {
    private static final int ALERTS_READ = 20;

    private final FamilyDirectory families;
    private final PersonDirectory persons;
    private final HeldNeeds needs;
    private final FamilyStory stories;
    private final AlertDirectory alerts;
    private final ProtectedPeople people;
    private final DisputedFacts disputes;
    private final PersonRestrictions restrictions;
    private final HubClock clock;

    FamilyCases(FamilyDirectory families, PersonDirectory persons, HeldNeeds needs, FamilyStory stories, AlertDirectory alerts, ProtectedPeople people,
                DisputedFacts disputes, PersonRestrictions restrictions, HubClock clock) {
        this.families = families;
        this.persons = persons;
        this.needs = needs;
        this.stories = stories;
        this.alerts = alerts;
        this.people = people;
        this.disputes = disputes;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    /** Of a reference, merged or not. */
    Optional<FamilyCase> find(String ref, Viewer viewer) {
        return families.byRef(ref).map(family -> {
            Set<String> members = family.members().stream().map(PersonView::ref).collect(Collectors.toSet());
            List<HeldNeed> held = needs.ofFamily(family.ref());
            List<AlertRow> rows = alerts.ofFamily(family.ref());
            return new FamilyCase(family, needs.levelOf(family.ref()), held, stories.of(family.id()), rows, elsewhere(family), ended(family, rows, held), people.all(),
                    new DisputeMarks(disputes.of(members)), !restrictions.among(members).isEmpty(), viewer, clock.today());
        });
    }

    /** Parents and children in other households; none of a household with a hidden place, nor beside one: the tie would lead there. */
    private Map<String, PersonView> elsewhere(FamilyView family) {
        Map<String, PersonView> elsewhere = new LinkedHashMap<>();
        if (family.placeHidden()) {
            return elsewhere;
        }
        Set<String> members = family.members().stream().map(PersonView::ref).collect(Collectors.toSet());
        family.ties().stream().flatMap(tie -> Stream.of(tie.child(), tie.adult())).filter(ref -> !members.contains(ref)).distinct()
                .forEach(ref -> persons.byRef(ref).filter(person -> !person.placeHidden() && !person.sealed()).ifPresent(person -> elsewhere.put(ref, person)));
        return elsewhere;
    }

    /** Needs of members that alerts named and that nobody shows any more. */
    private List<FamilyCase.EndedNeed> ended(FamilyView family, List<AlertRow> rows, List<HeldNeed> held) {
        Set<String> members = family.members().stream().map(PersonView::ref).collect(Collectors.toSet());
        Map<String, FamilyCase.EndedNeed> ended = new LinkedHashMap<>();
        rows.stream().limit(ALERTS_READ).map(row -> alerts.alert(row.alert())).flatMap(Optional::stream).map(AlertHistory::steps).flatMap(List::stream)
                .flatMap(step -> step.content().needs().stream()).filter(need -> members.contains(need.person()))
                .filter(need -> held.stream().noneMatch(now -> now.person().equals(need.person()) && now.need().equals(need.code())))
                .forEach(need -> ended.merge(need.person() + " " + need.code(), ended(need), FamilyCases::later));
        return List.copyOf(ended.values());
    }

    private static FamilyCase.EndedNeed ended(Need need) {
        return new FamilyCase.EndedNeed(need.person(), need.code(), need.agency(), need.fact(), need.lastOn(), need.evidence());
    }

    private static FamilyCase.EndedNeed later(FamilyCase.EndedNeed one, FamilyCase.EndedNeed other) {
        return other.lastOn().isAfter(one.lastOn()) ? other : one;
    }
}
