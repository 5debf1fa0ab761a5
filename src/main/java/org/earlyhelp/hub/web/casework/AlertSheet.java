package org.earlyhelp.hub.web.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.web.NeedClass;

/** An alert's page as far as it may be shown; everything is ready to be printed. */
record AlertSheet(String ref, String level, String status, String due, String pathway, String locality, boolean domesticAbuse,
                  List<FactLine> harmTests, List<FactLine> needs, List<ChildLine> children, List<OpenLine> alreadyOpen, String knownTo,
                  List<String> notes, String rules, List<String> withheld, List<StepLine> steps) {
    /** {@code about} is a P- reference. */
    record FactLine(String fact, String on, String agency, String about) {
    }

    record ChildLine(String ref, String name, String born, String match) {
    }

    record OpenLine(String service, String worker, String contact, String agency) {
    }

    record StepLine(String at, String event) {
    }

    /** Makes the page; call it from the disclosure desk only. */
    static AlertSheet of(AlertHistory history, Map<String, PersonView> people, boolean placeHidden, Allowance allowance, AgreementBook book) {
        return new Maker(history, people, placeHidden, allowance, book).sheet();
    }

    private record Maker(AlertHistory history, Map<String, PersonView> people, boolean placeHidden, Allowance allowance, AgreementBook book) {
        AlertSheet sheet() {
            Alert alert = history.alert();
            AlertContent content = alert.content();
            return new AlertSheet(alert.ref(), AlertWords.level(content.level()), AlertWords.status(alert.status()), AlertWords.due(alert),
                    AlertWords.pathway(content.pathway()), placeHidden ? "withheld" : content.locality(), AlertWords.tellsOfDomesticAbuse(content),
                    harmTests(content), needs(content), content.children().stream().map(this::child).toList(), open(content), knownTo(content),
                    Stream.concat(content.notes().stream(), content.undecided().stream()).toList(),
                    String.join(", ", content.rules().stream().map(Object::toString).toList()), withheld(),
                    history.steps().stream().map(step -> new StepLine(PlainTime.of(step.at()), "Version " + step.version() + ": " + words(step.event()))).toList());
        }

        private List<FactLine> harmTests(AlertContent content) {
            return content.harmTests().stream().filter(test -> allowance.allows(test.person(), test.agency(), NeedClass.fieldOf(test.code())))
                    .map(this::line).toList();
        }

        private FactLine line(HarmTest test) {
            return new FactLine(test.fact(), PlainTime.of(test.on()), named(test.agency()), test.person());
        }

        private List<FactLine> needs(AlertContent content) {
            return content.needs().stream().filter(need -> allowance.allows(need.person(), need.agency(), NeedClass.fieldOf(need.code())))
                    .map(this::line).toList();
        }

        private FactLine line(Need need) {
            return new FactLine(need.fact(), PlainTime.of(need.lastOn()), named(need.agency()), need.person());
        }

        private ChildLine child(Assessment.Child child) {
            Optional<MentionedPerson> person = Optional.ofNullable(people.get(child.person())).map(PersonView::summary);
            String name = allowance.allows(child.person(), AlertAsk.NAME) ? person.map(Maker::fullName).orElse("not known") : "withheld";
            String born = allowance.allows(child.person(), AlertAsk.BORN) ? PlainTime.of(person.map(MentionedPerson::dateOfBirth).orElse(null)) : "withheld";
            return new ChildLine(child.person(), name, born, AlertWords.match(child.match()));
        }

        private static String fullName(MentionedPerson person) {
            String name = String.join(" ", Stream.of(person.forenames(), person.surname()).filter(part -> part != null && !part.isBlank()).toList());
            return name.isEmpty() ? "not known" : name;
        }

        private List<OpenLine> open(AlertContent content) {
            return content.alreadyOpen().stream().filter(open -> allowance.allows(open.person(), open.agency(), AlertAsk.OPEN))
                    .map(open -> new OpenLine(open.service(), shown(open, AlertAsk.WORKER, open.leadWorker()),
                            shown(open, AlertAsk.WORKER_CONTACT, open.leadWorkerContact()), named(open.agency()))).distinct().toList();
        }

        private String shown(Assessment.OpenInvolvement open, String field, String value) {
            return !allowance.allows(open.person(), open.agency(), field) ? "withheld" : value == null ? "not stated" : value;
        }

        private String knownTo(AlertContent content) {
            return String.join(", ", new TreeSet<>(content.knownTo().stream().filter(agency -> placeHidden || content.children().stream()
                    .anyMatch(child -> allowance.allows(child.person(), agency, AlertAsk.KNOWN_TO))).map(this::named).toList()));
        }

        private List<String> withheld() {
            return allowance.withheld().stream().map(held -> held.field() + ": " + held.why()).distinct().sorted().toList();
        }

        private String named(String agency) {
            return book.nameFor(agency, placeHidden);
        }

        private static String words(String event) {
            return event.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
