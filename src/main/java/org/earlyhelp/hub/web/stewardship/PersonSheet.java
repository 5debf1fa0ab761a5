package org.earlyhelp.hub.web.stewardship;

import java.util.Arrays;
import java.util.List;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;

/**
 * The records the hub takes to be of one person, each with what it says and why it is linked.
 *
 * @param merged people who were made one with this one
 */
record PersonSheet(String ref, boolean placeHidden, List<Line> lines, List<String> merged) {
    /** One record; {@code said} has a line a field. */
    record Line(long mention, String record, String agency, String on, String how, String why, List<String> said) {
    }

    /** Makes the page; call it from the disclosure desk only. */
    static PersonSheet of(PersonView person, List<Said> sources, List<String> merged, SideBySide shown) {
        return new PersonSheet(person.ref(), person.placeHidden(), sources.stream().map(said -> line(said, shown)).toList(), merged);
    }

    private static Line line(Said said, SideBySide shown) {
        List<String> fields = Arrays.stream(MatchField.values()).filter(field -> field.of(said) != null)
                .map(field -> field.label() + ": " + shown.shown(field, said)).toList();
        return new Line(said.mention(), said.record(), shown.named(said), PlainTime.of(London.dateOf(said.on())) + (said.current() ? "" : " (replaced since)"),
                how(said.match()), said.why(), fields);
    }

    private static String how(String match) {
        return switch (match) {
            case "CERTAIN" -> "certain";
            case "PROBABLE" -> "probable";
            case "REVIEW" -> "kept apart until somebody looked";
            default -> "the first record of this person";
        };
    }
}
