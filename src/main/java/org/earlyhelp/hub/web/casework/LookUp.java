package org.earlyhelp.hub.web.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.identity.ChildSearch;
import org.earlyhelp.hub.identity.ChildSearch.Hit;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonRestrictions;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/**
 * Answers a caller. A family at level 1 without an open alert has nothing to share, and the answer is the same as for a child
 * whom the hub does not know: that a family is known at all is not told.
 */
@Component
class LookUp {
    private static final int CANDIDATES = 50;
    private static final int LOWEST_LEVEL_WITH_NEED = 2;

    private final ChildSearch search;
    private final HeldNeeds needs;
    private final AlertDirectory alerts;
    private final ProtectedPeople people;
    private final PersonRestrictions restrictions;

    LookUp(ChildSearch search, HeldNeeds needs, AlertDirectory alerts, ProtectedPeople people, PersonRestrictions restrictions) {
        this.search = search;
        this.needs = needs;
        this.alerts = alerts;
        this.people = people;
        this.restrictions = restrictions;
    }

    /**
     * Children with something to share, none for nothing to share.
     *
     * @param more    not all who fit were looked at or are shown: ask the caller for more before "nothing" is an answer
     * @param refused why what there is may not be shared; null when it may, or there is nothing
     */
    record Result(List<Line> lines, boolean more, Disclosure.Refused<?> refused) {
        public boolean isSomeAlike() {
            return lines.stream().anyMatch(Line::alike);
        }
    }

    /**
     * One child.
     *
     * @param alike the name only sounds like what was asked, or is spelled otherwise
     * @param alert the reference of an open alert or null
     */
    record Line(String person, String name, String born, boolean alike, String family, String level, String alert) {
    }

    private record Found(PersonView child, boolean alike, int level, String alert) {
    }

    /** The answer, logged for every child shown and every child kept back. */
    Result answer(DisclosureDesk desk, LookUpForm form, Viewer viewer) {
        ChildSearch.Found fitting = search.find(form.surname(), form.forename().isEmpty() ? null : form.forename(), form.born(), CANDIDATES);
        List<Hit> candidates = fitting.hits();
        Purpose purpose = LookUpForm.PURPOSES.get(form.purpose());
        Set<String> restricted = purpose == Purpose.SAFEGUARDING ? Set.of() : restrictions.among(candidates.stream().map(hit -> hit.child().ref()).collect(Collectors.toSet()));
        List<Found> found = candidates.stream().filter(hit -> !restricted.contains(hit.child().ref())).map(this::found)
                .filter(one -> one.alert != null || one.level >= LOWEST_LEVEL_WITH_NEED).toList();
        // Whoever only sounds alike was not asked for: without something to share no trace is left on that child's record.
        List<PersonView> kept = candidates.stream().filter(hit -> !hit.alike()).map(Hit::child).filter(child -> found.stream().noneMatch(one -> one.child == child)).toList();
        if (!kept.isEmpty() || found.isEmpty()) {
            noteNotShared(desk, form, viewer, kept, purpose);
        }
        List<Found> given = found.stream().limit(PersonDirectory.SEARCH_LIMIT).toList();
        if (given.isEmpty()) {
            return new Result(List.of(), fitting.more(), null);
        }
        Disclosure<List<Line>> answer = lines(desk, form, viewer, given, purpose);
        return answer instanceof Disclosed<List<Line>> disclosed ? new Result(disclosed.content(), fitting.more() || found.size() > given.size(), null)
                : new Result(List.of(), false, (Disclosure.Refused<List<Line>>) answer);
    }

    private Found found(Hit hit) {
        PersonView child = hit.child();
        String alert = child.family() == null ? null : alerts.ofFamily(child.family()).stream().filter(row -> row.status().isOpen()).map(AlertRow::alert).findFirst().orElse(null);
        return new Found(child, hit.alike(), child.family() == null ? 1 : needs.levelOf(child.family()), alert);
    }

    private Disclosure<List<Line>> lines(DisclosureDesk desk, LookUpForm form, Viewer viewer, List<Found> given, Purpose purpose) {
        Shown shown = new Shown(people.all());
        given.forEach(one -> List.of(AlertAsk.NAME, AlertAsk.BORN, "level", "openAlert").forEach(field -> shown.add(one.child.ref(), field, DataClass.IDENTITY, null)));
        DisclosureRequest request = new DisclosureRequest(ActKind.VIEWED, viewer.recipient(), purpose, "/search", 0, reason(form), shown.subjects(), Map.of());
        return desk.disclose(request, allowance -> given.stream().map(one -> line(one, allowance)).toList());
    }

    private static Line line(Found one, Allowance allowance) {
        String ref = one.child.ref();
        return new Line(ref, allowance.allows(ref, AlertAsk.NAME) ? PersonWords.name(one.child.summary()) : "withheld",
                allowance.allows(ref, AlertAsk.BORN) ? PlainTime.of(one.child.summary().dateOfBirth()) : "withheld", one.alike, one.child.family(),
                allowance.allows(ref, "level") ? AlertWords.level(one.level) : "withheld", allowance.allows(ref, "openAlert") ? one.alert : null);
    }

    private static void noteNotShared(DisclosureDesk desk, LookUpForm form, Viewer viewer, List<PersonView> kept, Purpose purpose) {
        Map<String, String> detail = Map.of("place", "/search", "why", "nothing to share", "reason", reason(form));
        List<Act> acts = kept.stream().map(child -> new Act(ActKind.NOT_SHARED, child.ref(), viewer.recipient(), purpose, null, Set.of(), Set.of(), detail)).toList();
        desk.note(acts.isEmpty() ? List.of(new Act(ActKind.NOT_SHARED, null, viewer.recipient(), purpose, null, Set.of(), Set.of(), detail)) : acts);
    }

    private static String reason(LookUpForm form) {
        return "Asked by " + form.caller();
    }
}
