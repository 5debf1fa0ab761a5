package org.earlyhelp.hub.web.casework;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.HeldNeeds.HeldNeed;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.NeedClass;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;

/**
 * A person's page as far as it may be shown.
 *
 * @param family     F- reference, or null
 * @param restricted the person's data is used only to keep a child safe
 * @param facts  label and value, in order
 */
record PeopleSheet(String ref, String name, String family, boolean placeHidden, boolean restricted, List<Fact> facts, List<Line> needs, List<Source> sources, List<String> withheld,
                   boolean mayAct) {
    private static final String NUMBER = "nhsNumber";
    private static final String SOURCE = "source";
    private static final String WITHHELD = "withheld";

    record Fact(String label, String value) {
    }

    record Line(String title, String fact, String lastOn, String agency) {
    }

    record Source(String agency, String on, String match) {
    }

    /** What the page draws on and who asks. */
    record Asked(PersonView person, List<Said> said, List<HeldNeed> held, DisputeMarks disputes, boolean restricted, Viewer viewer, String reason) {
        DisclosureRequest request() {
            Shown shown = new Shown(Map.of(person.ref(), new Protection(person.placeHidden(), person.sealed())));
            List.of(AlertAsk.NAME, AlertAsk.BORN, NUMBER).forEach(field -> shown.add(person.ref(), field, DataClass.IDENTITY, null));
            shown.add(person.ref(), FamilyCase.ADDRESS, DataClass.ADDRESS, null);
            shown.add(person.ref(), FamilyCase.PHONE, DataClass.CONTACT, null);
            held.forEach(need -> shown.add(person.ref(), NeedClass.fieldOf(need.need()), NeedClass.of(need.need(), need.evidence()), need.agency()));
            said.forEach(one -> shown.add(person.ref(), SOURCE, DataClass.IDENTITY, one.agency()));
            Purpose purpose = viewer.role() == StaffRole.STEWARD ? Purpose.MATCHING : Purpose.EARLY_HELP;
            return new DisclosureRequest(viewer.act(), viewer.recipient(), purpose, "/people/{ref}", 0, viewer.reasonOr(reason), shown.subjects(), Map.of());
        }
    }

    /** Makes the page; call it from the disclosure desk only. */
    static PeopleSheet of(Asked asked, Allowance allowance, AgreementBook book, RuleBook rules) {
        PersonView person = asked.person();
        MentionedPerson known = person.summary();
        boolean hidden = person.placeHidden();
        List<Fact> facts = List.of(fact("Date of birth", asked.disputes().detail(PlainTime.of(known.dateOfBirth()), person.ref(), "dateOfBirth"), allowance.allows(person.ref(), AlertAsk.BORN)),
                fact("Role in the family", PersonWords.role(person.role()), true),
                fact("NHS number", asked.disputes().detail(known.nhsNumber() == null ? "not known" : known.nhsNumber().digits(), person.ref(), NUMBER), allowance.allows(person.ref(), NUMBER)),
                fact("Address", asked.disputes().detail(PersonWords.address(known.address()), person.ref(), FamilyCase.ADDRESS), !hidden && allowance.allows(person.ref(), FamilyCase.ADDRESS)),
                fact("Telephone", asked.disputes().detail(known.phone() == null ? "not known" : known.phone(), person.ref(), FamilyCase.PHONE), !hidden && allowance.allows(person.ref(), FamilyCase.PHONE)));
        List<Line> needs = asked.held().stream().filter(need -> allowance.allows(person.ref(), need.agency(), NeedClass.fieldOf(need.need())))
                .map(need -> new Line(rules.titleOf(need.need()), asked.disputes().fact(need.fact(), need.evidence()), PlainTime.of(need.lastOn()), book.nameFor(need.agency(), hidden))).toList();
        List<Source> sources = asked.said().stream().filter(one -> allowance.allows(person.ref(), one.agency(), SOURCE))
                .map(one -> new Source(asked.disputes().fact(book.nameFor(one.agency(), hidden), List.of(one.record())), PlainTime.of(London.dateOf(one.on())), AlertWords.match(one.match()))).distinct().toList();
        return new PeopleSheet(person.ref(), allowance.allows(person.ref(), AlertAsk.NAME) ? asked.disputes().detail(PersonWords.name(known), person.ref(), "name") : WITHHELD, person.family(), hidden,
                asked.restricted(), facts, needs, sources,
                allowance.withheld().stream().map(held -> AlertWords.field(held.field()) + ": " + held.why()).distinct().sorted().toList(),
                asked.viewer().role() != StaffRole.STEWARD && asked.viewer().isOwn());
    }

    private static Fact fact(String label, String value, boolean allowed) {
        return new Fact(label, allowed ? value : WITHHELD);
    }
}
