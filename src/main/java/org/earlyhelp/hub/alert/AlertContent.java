package org.earlyhelp.hub.alert;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;

/**
 * What an alert says, as it stood when its version was made. Holds references and plain facts, no name of a family
 * member; what of it may leave is decided at each disclosure.
 *
 * @param level the family's level as the alert's queue carries it, 2 to 4
 * @param rules the rules that held, first the one that raised; never empty
 */
public record AlertContent(int level, String pathway, String locality, List<RuleRef> rules, List<Need> needs, List<HarmTest> harmTests,
                           List<Assessment.Child> children, List<Assessment.OpenInvolvement> alreadyOpen, List<String> knownTo,
                           List<String> undecided, List<String> notes) {
    public AlertContent {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("an alert without a rule");
        }
        rules = List.copyOf(rules);
        needs = List.copyOf(needs);
        harmTests = List.copyOf(harmTests);
        children = List.copyOf(children);
        alreadyOpen = List.copyOf(alreadyOpen);
        knownTo = List.copyOf(knownTo);
        undecided = List.copyOf(undecided);
        notes = List.copyOf(notes);
    }

    /** The content for a new alert on that queue; the assessment must hold at least one rule. */
    public static AlertContent of(Assessment assessment, AlertQueue queue) {
        return of(assessment, queue, assessment.rules());
    }

    /** The content for a further version: the rules that hold now, or those of before where time has ended them. */
    public AlertContent renewedBy(Assessment assessment, AlertQueue queue) {
        return of(assessment, queue, assessment.rules().isEmpty() ? rules : assessment.rules());
    }

    /** The same facts as another queue carries them. */
    public AlertContent on(AlertQueue queue) {
        return new AlertContent(queue.levelFor(level), pathway, locality, rules, needs, harmTests, children, alreadyOpen, knownTo, undecided, notes);
    }

    /** With what is said of another family: everybody and every fact once, level, pathway and locality as here. */
    public AlertContent joinedBy(AlertContent other) {
        return new AlertContent(level, pathway, locality, rules, both(needs, other.needs), both(harmTests, other.harmTests), both(children, other.children),
                both(alreadyOpen, other.alreadyOpen), both(knownTo, other.knownTo), both(undecided, other.undecided), both(notes, other.notes));
    }

    /** With a further sentence for the reader. */
    public AlertContent noting(String note) {
        return new AlertContent(level, pathway, locality, rules, needs, harmTests, children, alreadyOpen, knownTo, undecided, both(notes, List.of(note)));
    }

    private static <T> List<T> both(List<T> ours, List<T> theirs) {
        return Stream.concat(ours.stream(), theirs.stream()).distinct().toList();
    }

    private static AlertContent of(Assessment assessment, AlertQueue queue, List<RuleRef> rules) {
        return new AlertContent(queue.levelFor(assessment.level()), assessment.pathway(), assessment.locality(), rules,
                assessment.needs(), assessment.harmTests(), assessment.children(), assessment.alreadyOpen(),
                assessment.knownTo(), assessment.undecided(), assessment.notes());
    }

    /** The rule that raised. */
    public RuleRef rule() {
        return rules.get(0);
    }

    /** Agencies whose facts are needs or harm tests here, sorted. */
    public List<String> agencies() {
        return List.copyOf(new TreeSet<>(Stream.concat(needs.stream().map(Need::agency), harmTests.stream().map(HarmTest::agency)).toList()));
    }

    /** References of the children and of everyone with a need or harm test, sorted. */
    public List<String> people() {
        TreeSet<String> people = new TreeSet<>();
        children.forEach(child -> people.add(child.person()));
        needs.forEach(need -> people.add(need.person()));
        harmTests.forEach(test -> people.add(test.person()));
        return List.copyOf(people);
    }

    /** Every piece of evidence once, {@code agency/feed/ULID@version}. */
    public List<String> evidence() {
        return Stream.concat(needs.stream().map(Need::evidence), harmTests.stream().map(HarmTest::evidence))
                .flatMap(List::stream).distinct().toList();
    }
}
