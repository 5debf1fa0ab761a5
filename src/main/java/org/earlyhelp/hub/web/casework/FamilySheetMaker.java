package org.earlyhelp.hub.web.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.FamilyView.Tie;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.need.FamilyStory.Involved;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.page.TimelineChart;
import org.earlyhelp.hub.page.TimelineChart.Point;
import org.earlyhelp.hub.page.TimelineChart.Shape;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.web.NeedClass;

/** Makes a family's page of what is allowed; call it from the disclosure desk only. */
final class FamilySheetMaker {
    static final int EVENTS_SHOWN = 200;
    private static final int GOOD_SHOWN = 12;
    private static final String WITHHELD = "withheld";

    private final FamilyCase family;
    private final Allowance allowance;
    private final AgreementBook book;
    private final RuleBook rules;
    private final Map<String, String> names = new HashMap<>();

    FamilySheetMaker(FamilyCase family, Allowance allowance, AgreementBook book, RuleBook rules) {
        this.family = family;
        this.allowance = allowance;
        this.book = book;
        this.rules = rules;
        Stream.concat(family.family().members().stream(), family.elsewhere().values().stream())
                .forEach(person -> names.put(person.ref(), allowance.allows(person.ref(), AlertAsk.NAME) ? PersonWords.name(person.summary()) : person.ref()));
    }

    FamilySheet sheet() {
        List<StoryEvent> events = family.story().events().stream().filter(event -> allowance.allows(event.person(), event.agency(), FamilyCase.field(event.kind()))).toList();
        List<StoryEvent> shown = events.stream().limit(EVENTS_SHOWN).toList();
        boolean mayAct = family.viewer().mayAct();
        return new FamilySheet(family.family().ref(), AlertWords.level(family.level()), hidden(), family.restricted(),
                family.story().abuse() ? SafeContacts.sentences(family.story(), allowance, this::named) : null,
                family.family().members().stream().map(this::member).toList(), linked(), needs(), shown.stream().map(this::line).toList(), events.size() - shown.size(),
                TimelineChart.of("What agencies told of the family, by agency and date; the table below says the same", points(shown), family.today()),
                good(events), family.story().involved().stream().filter(this::allows).map(this::work).toList(), alerts(),
                allowance.withheld().stream().map(held -> AlertWords.field(held.field()) + ": " + held.why()).distinct().sorted().toList(), mayAct);
    }

    private boolean hidden() {
        return family.family().placeHidden();
    }

    private FamilySheet.MemberLine member(PersonView member) {
        String born = allowance.allows(member.ref(), AlertAsk.BORN) ? family.disputes().detail(PlainTime.of(member.summary().dateOfBirth()), member.ref(), "dateOfBirth") : WITHHELD;
        String name = allowance.allows(member.ref(), AlertAsk.NAME) ? family.disputes().detail(PersonWords.name(member.summary()), member.ref(), "name") : WITHHELD;
        String role = PersonWords.role(member.role()) + (member.summary().deceased() ? ", has died" : "");
        return new FamilySheet.MemberLine(member.ref(), name, role, born, place(member, FamilyCase.ADDRESS, PersonWords.address(member.summary().address())),
                place(member, FamilyCase.PHONE, member.summary().phone() == null ? "not known" : member.summary().phone()));
    }

    /** Nothing is said of a place that is not known either, where a place is hidden. */
    private String place(PersonView member, String field, String value) {
        return hidden() || member.placeHidden() ? WITHHELD : value.equals("not known") || allowance.allows(member.ref(), field) ? family.disputes().detail(value, member.ref(), field) : WITHHELD;
    }

    private List<FamilySheet.LinkedLine> linked() {
        List<FamilySheet.LinkedLine> lines = new ArrayList<>();
        for (Tie tie : family.family().ties()) {
            PersonView adult = family.elsewhere().get(tie.adult());
            if (adult != null && names.containsKey(tie.child()) && allowance.allows(adult.ref(), FamilyCase.TIE)) {
                lines.add(new FamilySheet.LinkedLine(names.get(adult.ref()) + ", " + PersonWords.relationship(tie.relationship()) + " of " + names.get(tie.child())
                        + ", lives in another household.", adult.family()));
            } else if (family.elsewhere().containsKey(tie.child()) && names.containsKey(tie.adult()) && allowance.allows(tie.child(), FamilyCase.TIE)) {
                lines.add(new FamilySheet.LinkedLine(names.get(tie.child()) + ", child of " + names.get(tie.adult()) + ", lives in another household.",
                        family.elsewhere().get(tie.child()).family()));
            }
        }
        return lines;
    }

    private List<FamilySheet.NeedLine> needs() {
        return family.needs().stream().filter(need -> allowance.allows(need.person(), need.agency(), NeedClass.fieldOf(need.need())))
                .map(need -> new FamilySheet.NeedLine(rules.titleOf(need.need()), family.disputes().fact(need.fact(), need.evidence()), nameOf(need.person()), PlainTime.of(need.firstOn()), PlainTime.of(need.lastOn()),
                        named(need.agency()))).toList();
    }

    private FamilySheet.EventLine line(StoryEvent event) {
        String tone = switch (shape(event)) {
            case DIAMOND -> "grave";
            case RING -> "good";
            case SQUARE -> "plain";
        };
        return new FamilySheet.EventLine(event.at() == null ? PlainTime.of(event.on()) : PlainTime.of(event.at()), named(event.agency()), nameOf(event.person()), family.disputes().fact(event.what(), List.of(event.evidence())), tone);
    }

    private List<Point> points(List<StoryEvent> events) {
        return events.stream().map(event -> new Point(named(event.agency()), event.on(), shape(event), event.what())).toList();
    }

    private static Shape shape(StoryEvent event) {
        boolean grave = switch (event.kind()) {
            case MISSING, DOMESTIC_ABUSE, SAFEGUARDING, RETURN -> true;
            case SCHOOL, HEALTH, INVOLVEMENT, CONCERN -> false;
        };
        return event.good() ? Shape.RING : grave ? Shape.DIAMOND : Shape.SQUARE;
    }

    /** Needs that ended first: what was a worry and no longer is. */
    private List<FamilySheet.GoodLine> good(List<StoryEvent> events) {
        Stream<FamilySheet.GoodLine> ended = family.ended().stream().filter(need -> allowance.allows(need.person(), need.agency(), NeedClass.fieldOf(need.code())))
                .map(need -> new FamilySheet.GoodLine("No longer holds: " + rules.titleOf(need.code()), nameOf(need.person()), "last shown " + PlainTime.of(need.lastOn())));
        Stream<FamilySheet.GoodLine> going = events.stream().filter(StoryEvent::good)
                .map(event -> new FamilySheet.GoodLine(event.what(), nameOf(event.person()), PlainTime.of(event.on())));
        return Stream.concat(ended, going).distinct().limit(GOOD_SHOWN).toList();
    }

    private boolean allows(Involved one) {
        return allowance.allows(one.person(), one.agency(), AlertAsk.OPEN);
    }

    private FamilySheet.WorkLine work(Involved one) {
        LocalDate closed = one.closed();
        String until = closed == null ? "open" : closed.isAfter(family.today()) ? "open until " + PlainTime.of(closed) : "closed " + PlainTime.of(closed);
        return new FamilySheet.WorkLine(one.service() + (one.level() == null ? "" : ", level " + one.level()), nameOf(one.person()), PlainTime.of(one.opened()), until,
                shown(one, AlertAsk.WORKER, one.worker()), shown(one, AlertAsk.WORKER_CONTACT, one.workerContact()), named(one.agency()));
    }

    private String shown(Involved one, String field, String value) {
        return !allowance.allows(one.person(), one.agency(), field) ? WITHHELD : value == null ? "not stated" : value;
    }

    private List<AlertSheet.EarlierLine> alerts() {
        boolean allowed = family.family().members().stream().anyMatch(member -> allowance.allows(member.ref(), AlertAsk.EARLIER));
        return allowed ? family.alerts().stream().map(row -> new AlertSheet.EarlierLine(row.alert(), PlainTime.of(row.raisedAt()), AlertWords.level(row.level()),
                row.outcome() == null ? AlertWords.state(row.status()) : AlertWords.outcome(row.outcome()))).toList() : List.of();
    }

    private String nameOf(String ref) {
        return names.getOrDefault(ref, ref);
    }

    private String named(String agency) {
        return book.nameFor(agency, hidden());
    }
}
