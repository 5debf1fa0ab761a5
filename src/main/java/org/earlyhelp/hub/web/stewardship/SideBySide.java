package org.earlyhelp.hub.web.stewardship;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;

/**
 * Two people field by field, as far as it may be shown; made inside the disclosure desk only. A value that may not be
 * shown is compared all the same: the reader learns whether it agrees, not what it is.
 */
record SideBySide(Allowance allowance, AgreementBook book, boolean placeHidden) {
    static final String NOT_SHOWN = "not shown";
    private static final String NOT_STATED = "not stated";

    /** One field; each side lists what its sources said, one line a value. */
    record Line(String field, List<String> one, List<String> other, String verdict) {
    }

    /** Fields of which at least one side says something. */
    List<Line> lines(List<Said> one, List<Said> other) {
        return Arrays.stream(MatchField.values()).map(field -> line(field, one, other)).filter(line -> !line.verdict.equals("neither says it")).toList();
    }

    private Line line(MatchField field, List<Said> one, List<Said> other) {
        return new Line(field.label(), side(field, one), side(field, other), verdict(values(field, one), values(field, other)));
    }

    /** What the sources of one person said of a field, one line a value with who said it. */
    List<String> side(MatchField field, List<Said> sources) {
        Map<String, Set<String>> said = new LinkedHashMap<>();
        sources.stream().filter(source -> field.of(source) != null).forEach(source ->
                said.computeIfAbsent(shown(field, source), any -> new LinkedHashSet<>()).add(source(source)));
        return said.isEmpty() ? List.of(NOT_STATED) : said.entrySet().stream().map(entry -> entry.getKey() + " (" + String.join("; ", entry.getValue()) + ")").toList();
    }

    /** What the source said of a field, or that it may not be shown. */
    String shown(MatchField field, Said source) {
        return allowance.allows(source.person(), source.agency(), field.field()) ? field.of(source) : NOT_SHOWN;
    }

    /** The agency as it may be named. */
    String named(Said source) {
        return book.nameFor(source.agency(), placeHidden);
    }

    private String source(Said source) {
        return named(source) + ", " + PlainTime.of(London.dateOf(source.on()));
    }

    private static Set<String> values(MatchField field, List<Said> sources) {
        return sources.stream().map(field::comparable).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static String verdict(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty() ? "neither says it" : "only one says it";
        }
        boolean meet = one.stream().anyMatch(other::contains);
        return meet ? one.equals(other) ? "agrees" : "agrees in part" : "differs";
    }
}
