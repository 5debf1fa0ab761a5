package org.earlyhelp.hub.web.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.DataClass;

/** The appropriate policy document that conditions of Schedule 1 ask for (Data Protection Act 2018, Schedule 1 paragraphs 38 to 41). */
final class PolicyDocument {
    private PolicyDocument() {
    }

    static Paper of(PaperSources from) {
        List<Paper.Part> parts = new ArrayList<>(List.of(
                Paper.Part.of("Conditions relied on", conditions(from)),
                Paper.Part.of("Lawful, fair and transparent", "Every kind of data comes under an agreement that names its power and basis. Families are told by privacy notices made from the same agreements. Rules are published."),
                Paper.Part.of("Limited to its purpose", "Each recipient is granted kinds of data for named purposes; anything else is refused, and the refusal is logged."),
                Paper.Part.of("No more than needed", "Fields that a layout does not need are not taken. Kinds of data that nothing used for 12 months are listed for review."),
                Paper.Part.of("Accurate", "Every fact carries its source and date. Corrections replace what they correct, whoever was told is told again, and a disputed fact is shown as disputed."),
                Paper.Part.of("Kept no longer than needed", "The periods below count from the last fact. Erasing needs two people, and a legal hold stops it."),
                Security.part()));
        from.agreements().forEach(agreement -> parts.add(Paper.Part.of("Kept: " + agreement.name(), Wording.retention(agreement))));
        parts.add(Paper.Part.of("Responsible", from.borough().name() + ", data protection officer: " + from.borough().officer() + "."));
        parts.add(Paper.Part.gap("Review", "who approved it and when it is looked at again; kept until six months after the processing ends."));
        return from.paper(PaperKind.POLICY.title(), parts);
    }

    private static Paper.Table conditions(PaperSources from) {
        Stream<Agreement> terms = Stream.concat(Stream.of(from.borough().terms()), from.agreements().stream());
        return new Paper.Table(List.of("Terms", "Special category data", "Offence data", "Schedule 1 condition", "Review by"), terms.map(agreement -> List.of(
                agreement.name(), kinds(from, agreement, ClassWords::isSpecial) + " under " + agreement.basis().article9(),
                agreement.basis().article10() == null ? "none shared" : kinds(from, agreement, ClassWords::isOffence) + " under " + agreement.basis().article10(),
                agreement.basis().schedule1(), agreement.feeds().isEmpty() ? "–" : PlainTime.of(agreement.review()))).toList());
    }

    /** Of an agency what its feeds bring; of the hub what it may pass on. */
    private static String kinds(PaperSources from, Agreement agreement, java.util.function.Predicate<DataClass> wanted) {
        Stream<DataClass> classes = agreement.feeds().isEmpty() ? agreement.grants().stream().flatMap(grant -> grant.classes().stream()) : from.classesOf(agreement).stream();
        String kinds = classes.filter(wanted).distinct().sorted().map(ClassWords::of).collect(Collectors.joining("; "));
        return kinds.isEmpty() ? "none" : kinds;
    }
}
