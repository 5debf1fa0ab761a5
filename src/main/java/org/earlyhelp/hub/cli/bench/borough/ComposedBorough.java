package org.earlyhelp.hub.cli.bench.borough;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.identity.household.FamilyComposer;
import org.earlyhelp.hub.identity.household.FamilyComposer.Composition;
import org.earlyhelp.hub.identity.household.Named;
import org.earlyhelp.hub.identity.household.Stamp;
import org.earlyhelp.hub.identity.household.Statement;
import org.earlyhelp.hub.person.Mention;

/**
 * The families of a whole borough.
 *
 * @param statements  what all records say of who belongs to whom
 * @param composition the families and ties that come of it
 */
public record ComposedBorough(List<Statement> statements, Composition composition) {
    /** Composes the families of all records; {@code personOf} says who a mention is. */
    public static ComposedBorough of(LinkingRun run, LongFunction<Long> personOf, LocalDate today) {
        List<Statement> statements = statements(run, personOf);
        return new ComposedBorough(statements, FamilyComposer.compose(peopleOf(run, personOf), statements, today));
    }

    private static Set<Long> peopleOf(LinkingRun run, LongFunction<Long> personOf) {
        Set<Long> people = new HashSet<>();
        run.records().forEach(record -> record.mentions().forEach(mention -> people.add(personOf.apply(record.mentionId(mention)))));
        return people;
    }

    private static List<Statement> statements(LinkingRun run, LongFunction<Long> personOf) {
        Map<String, Integer> newest = newestVersions(run);
        List<Statement> statements = new ArrayList<>();
        run.records().forEach(record -> statements.add(new Statement(new Stamp(record.observedAt(), record.source() + "|" + record.version()),
                record.version() == newest.get(record.source()), record.inCare(), named(run, record, personOf))));
        return statements;
    }

    /** By {@link Arrival#source()}, the version that stands. */
    public static Map<String, Integer> newestVersions(LinkingRun run) {
        Map<String, Integer> newest = new HashMap<>();
        run.records().forEach(record -> newest.merge(record.source(), record.version(), Math::max));
        return newest;
    }

    private static List<Named> named(LinkingRun run, Arrival record, LongFunction<Long> personOf) {
        return record.mentions().stream().sorted(Comparator.comparing((Mention it) -> it.role().name()).thenComparing(Mention::index)).map(mention -> {
            long id = record.mentionId(mention);
            return Named.of(personOf.apply(id), mention.role(), mention.relationship(), run.decisionOn(id).isCertain(), mention.person());
        }).toList();
    }
}
