package org.earlyhelp.hub.web.casework;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.web.NeedClass;

/** Makes an alert's page of what is allowed; call it from the disclosure desk only. */
final class AlertSheetMaker {
    private final AlertCase alertCase;
    private final Allowance allowance;
    private final AgreementBook book;
    private final RuleBook rules;
    private final AlertContent seen;

    AlertSheetMaker(AlertCase alertCase, Allowance allowance, AgreementBook book, RuleBook rules) {
        this.alertCase = alertCase;
        this.allowance = allowance;
        this.book = book;
        this.rules = rules;
        this.seen = alertCase.seenBefore().orElse(null);
    }

    AlertSheet sheet() {
        AlertContent content = alertCase.content();
        List<AlertSheet.FactLine> harms = content.harmTests().stream().filter(this::allows).map(this::line).toList();
        List<AlertSheet.FactLine> needs = content.needs().stream().filter(this::allows).map(this::line).toList();
        return new AlertSheet(head(), alertCase.tellsOfDomesticAbuse() ? new AlertSheet.Abuse(SafeContacts.sentences(alertCase.story(), allowance, this::named), true) : null,
                news(harms, needs), harms, needs, content.children().stream().map(this::child).toList(), open(), earlier(),
                AnswerLines.of(alertCase, allowance), FollowUps.of(alertCase), Stream.concat(content.notes().stream(), content.undecided().stream()).toList(),
                withheld(), alertCase.history().steps().stream().map(step -> new AlertSheet.StepLine(PlainTime.of(step.at()),
                        "Version " + step.version() + ": " + AlertWords.event(step.event()))).toList(), mayAct());
    }

    private boolean mayAct() {
        return alertCase.viewer().mayAct();
    }

    private AlertSheet.Head head() {
        Alert alert = alertCase.alert();
        AlertContent content = alert.content();
        boolean place = !alertCase.placeHidden() && content.children().stream().allMatch(child -> allowance.allows(child.person(), AlertAsk.LOCALITY));
        return new AlertSheet.Head(alert.ref(), alert.version(), alert.family(), content.level(), AlertWords.level(content.level()), AlertWords.status(alert.status()),
                alert.status().isOpen(), alert.status() == AlertStatus.RAISED, AlertWords.due(alert, alertCase.now()),
                pathway(content), AlertWords.locality(place ? content.locality() : "withheld"), knownTo(content),
                String.join("; ", content.rules().stream().map(rule -> rules.titleOf(rule.id()) + " (" + rule + ")").toList()), alert.successor());
    }

    /** Names the worker where one already knows the family. */
    private String pathway(AlertContent content) {
        List<String> workers = content.pathway().equals("ALREADY_OPEN")
                ? open().stream().filter(open -> !open.worker().equals("withheld") && !open.worker().equals("not stated")).map(open -> open.worker() + " (" + open.service() + ")").distinct().toList()
                : List.of();
        return AlertWords.pathway(content.pathway()) + (workers.isEmpty() ? "" : ": " + String.join(", ", workers));
    }

    private AlertSheet.News news(List<AlertSheet.FactLine> harms, List<AlertSheet.FactLine> needs) {
        return seen == null ? null : new AlertSheet.News(PlainTime.of(alertCase.look().orElseThrow().at()),
                Stream.concat(harms.stream(), needs.stream()).filter(AlertSheet.FactLine::isNew).toList(), newChildren());
    }

    private List<String> newChildren() {
        return alertCase.content().children().stream().map(Assessment.Child::person)
                .filter(child -> seen.children().stream().noneMatch(old -> standing(old.person()).equals(standing(child)))).map(this::nameOf).toList();
    }

    private AlertSheet.FactLine line(HarmTest test) {
        boolean isNew = seen != null && seen.harmTests().stream().noneMatch(old -> old.code().equals(test.code()) && old.person().equals(test.person())
                && old.agency().equals(test.agency()) && old.evidence().equals(test.evidence()));
        return new AlertSheet.FactLine(alertCase.disputes().fact(test.fact(), test.evidence()), PlainTime.of(test.on()), named(test.agency()), test.person(), nameOf(test.person()), isNew);
    }

    private AlertSheet.FactLine line(Need need) {
        boolean isNew = seen != null && seen.needs().stream().noneMatch(old -> old.code().equals(need.code()) && old.person().equals(need.person())
                && old.agency().equals(need.agency()) && old.fact().equals(need.fact()) && old.lastOn().equals(need.lastOn()));
        return new AlertSheet.FactLine(alertCase.disputes().fact(need.fact(), need.evidence()), PlainTime.of(need.lastOn()), named(need.agency()), need.person(), nameOf(need.person()), isNew);
    }

    private AlertSheet.ChildLine child(Assessment.Child child) {
        boolean born = allowance.allows(child.person(), AlertAsk.BORN);
        String date = PlainTime.of(Optional.ofNullable(alertCase.people().get(child.person())).map(person -> person.summary().dateOfBirth()).orElse(null));
        return new AlertSheet.ChildLine(child.person(), nameOf(child.person()), born ? alertCase.disputes().detail(date, standing(child.person()), "dateOfBirth") : "withheld", AlertWords.match(child.match()));
    }

    private String standing(String ref) {
        PersonView person = alertCase.people().get(ref);
        return person == null ? ref : person.ref();
    }

    private String nameOf(String ref) {
        PersonView person = alertCase.people().get(ref);
        return person == null ? ref : allowance.allows(ref, AlertAsk.NAME) ? alertCase.disputes().detail(PersonWords.name(person.summary()), person.ref(), "name") : "withheld";
    }

    private List<AlertSheet.OpenLine> open() {
        return alertCase.content().alreadyOpen().stream().filter(open -> allowance.allows(open.person(), open.agency(), AlertAsk.OPEN))
                .map(open -> new AlertSheet.OpenLine(open.service(), shown(open, AlertAsk.WORKER, open.leadWorker()),
                        shown(open, AlertAsk.WORKER_CONTACT, open.leadWorkerContact()), named(open.agency()))).distinct().toList();
    }

    private String shown(Assessment.OpenInvolvement open, String field, String value) {
        return !allowance.allows(open.person(), open.agency(), field) ? "withheld" : value == null ? "not stated" : value;
    }

    private List<AlertSheet.EarlierLine> earlier() {
        boolean allowed = alertCase.content().children().stream().anyMatch(child -> allowance.allows(child.person(), AlertAsk.EARLIER));
        return allowed ? alertCase.ofFamily().stream().filter(row -> !row.alert().equals(alertCase.alert().ref())).map(AlertSheetMaker::earlier).toList() : List.of();
    }

    private static AlertSheet.EarlierLine earlier(AlertRow row) {
        String state = row.outcome() == null ? AlertWords.state(row.status()) : AlertWords.outcome(row.outcome());
        return new AlertSheet.EarlierLine(row.alert(), PlainTime.of(row.raisedAt()), AlertWords.level(row.level()), state);
    }

    private String knownTo(AlertContent content) {
        return String.join(", ", new TreeSet<>(content.knownTo().stream().filter(agency -> alertCase.placeHidden() || content.children().stream()
                .anyMatch(child -> allowance.allows(child.person(), agency, AlertAsk.KNOWN_TO))).map(this::named).toList()));
    }

    private List<String> withheld() {
        return allowance.withheld().stream().map(held -> AlertWords.field(held.field()) + ": " + held.why()).distinct().sorted().toList();
    }

    private boolean allows(HarmTest test) {
        return allowance.allows(test.person(), test.agency(), NeedClass.fieldOf(test.code()));
    }

    private boolean allows(Need need) {
        return allowance.allows(need.person(), need.agency(), NeedClass.fieldOf(need.code()));
    }

    private String named(String agency) {
        return book.nameFor(agency, alertCase.placeHidden());
    }
}
