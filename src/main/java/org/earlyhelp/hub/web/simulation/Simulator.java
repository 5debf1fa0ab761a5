package org.earlyhelp.hub.web.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.policy.Decision;
import org.earlyhelp.hub.sharing.policy.DisclosurePolicy;
import org.earlyhelp.hub.sharing.policy.RefusalWords;
import org.springframework.stereotype.Component;

/**
 * Answers whether somebody may see something, by the function that decides when somebody does. Reads no person's data but
 * whether a place is hidden or an identity sealed; makes no disclosure, so it writes no entry.
 */
@Component
class Simulator {
    private static final String NOBODY = "nobody in particular";

    private final AgreementBook book;
    private final ProtectedPeople people;
    private final HubClock clock;

    Simulator(AgreementBook book, ProtectedPeople people, HubClock clock) {
        this.book = book;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The answer for one field of one agency.
     *
     * @param why null when it may be seen
     */
    public record Line(String agency, String field, String dataClass, boolean allowed, String why, String agreement, String standing, List<String> power) {
    }

    /**
     * The answer as a whole.
     *
     * @param refused what would be said to whoever asked, empty when something may be seen
     */
    public record Answer(LocalDate day, List<String> refused, List<Line> lines) {
    }

    /** Everybody an agreement names, and every agency, as the form writes them; sorted. */
    Set<String> recipients() {
        Set<String> named = new TreeSet<>();
        Stream.concat(book.agreements().stream(), Stream.of(book.borough().terms())).flatMap(agreement -> agreement.grants().stream())
                .forEach(grant -> named.add(grant.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + grant.to()));
        book.agencies().forEach(agency -> named.add("agency " + agency));
        return named;
    }

    /** Whose data may be asked for; the hub's own findings last. */
    List<String> agencies() {
        return Stream.concat(book.agencies().stream(), Stream.of(Borough.AGENCY)).toList();
    }

    /** Asks the policy. The form must have no faults. */
    Answer answer(SimulatorForm form) {
        LocalDate day = form.date() == null ? clock.today() : form.date();
        Decision decision = DisclosurePolicy.decide(request(form), book, day);
        List<Line> lines = new ArrayList<>();
        for (Decision.Part part : decision.parts()) {
            part.allowed().stream().map(field -> line(part, field, null)).sorted(java.util.Comparator.comparing(Line::field)).forEach(lines::add);
            part.withheld().forEach(held -> lines.add(line(part, held.field(), held.why())));
        }
        return new Answer(day, decision.isRefused() ? RefusalWords.of(decision, book.borough().officer()).sentences() : List.of(), lines);
    }

    private DisclosureRequest request(SimulatorForm form) {
        Protection known = people.all().getOrDefault(form.person(), Protection.NONE);
        Set<DisclosedField> fields = new LinkedHashSet<>();
        List<String> agencies = form.agency().isEmpty() ? agencies() : List.of(form.agency());
        agencies.forEach(agency -> form.dataClasses().forEach(kind -> names(form, kind).forEach(name -> fields.add(new DisclosedField(name, kind, agency)))));
        DisclosureSubject subject = new DisclosureSubject(form.person().isEmpty() ? NOBODY : form.person(), form.placeHidden() || known.placeHidden(),
                form.sealed() || known.sealed(), form.alleged(), fields);
        return new DisclosureRequest(act(form.to()), form.to(), Purpose.valueOf(form.purpose()), "simulator", form.levelNumber(),
                form.reason() ? "a reason is given" : null, List.of(subject), Map.of());
    }

    private static List<String> names(SimulatorForm form, DataClass kind) {
        return form.fieldNames().isEmpty() ? List.of(kind.words()) : form.fieldNames();
    }

    private static ActKind act(Recipient recipient) {
        return switch (recipient.kind()) {
            case ROLE -> ActKind.VIEWED;
            case QUEUE -> ActKind.SENT;
            case AGENCY -> ActKind.OUTCOME;
            case EXPORT, SUBJECT -> ActKind.EXPORTED;
        };
    }

    private static Line line(Decision.Part part, DisclosedField field, String why) {
        Agreement agreement = part.terms().agreement();
        String standing = part.terms().inForce() ? "in force" : "not in force; these would be the bases";
        return new Line(part.sourceAgency(), field.name(), field.dataClass().name(), why == null, why, agreement.id() + "@" + agreement.version(), standing,
                agreement.basis().powers());
    }
}
