package org.earlyhelp.hub.mapping;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.format.SourceReader;

/**
 * What another form of a layout would make of the same file. Counts and places, no values.
 *
 * @param same         records that come to the same
 * @param differently  lines of records that both take, each in another way
 * @param newlyTaken   lines of records that only the candidate takes
 * @param newlyRefused lines of records that only the one in force takes
 */
public record MappingComparison(long same, List<Long> differently, List<Long> newlyTaken, List<Long> newlyRefused) {
    private static final String REFUSED = "";

    /** Compares by the place of each record; one that only one of the forms meets counts as refused by the other. */
    public static MappingComparison of(Mapping inForce, Mapping candidate, byte[] file, MappingTime time) {
        Map<SourceLocation, String> before = outcomes(inForce, file, time);
        Map<SourceLocation, String> after = outcomes(candidate, file, time);
        List<Long> differently = new ArrayList<>();
        List<Long> taken = new ArrayList<>();
        List<Long> refused = new ArrayList<>();
        long same = 0;
        before.keySet().forEach(place -> after.putIfAbsent(place, REFUSED));
        for (SourceLocation place : after.keySet().stream().sorted(Comparator.comparingLong(SourceLocation::line).thenComparingLong(SourceLocation::record)).toList()) {
            String was = before.getOrDefault(place, REFUSED);
            String is = after.get(place);
            if (was.equals(is)) {
                same++;
            } else {
                (was.isEmpty() ? taken : is.isEmpty() ? refused : differently).add(place.line());
            }
        }
        return new MappingComparison(same, List.copyOf(differently), List.copyOf(taken), List.copyOf(refused));
    }

    /** By place: what would be held, or that it is refused. */
    private static Map<SourceLocation, String> outcomes(Mapping mapping, byte[] file, MappingTime time) {
        Map<SourceLocation, String> outcomes = new HashMap<>();
        if (mapping.precheck(new ByteArrayInputStream(file)).isPresent()) {
            return outcomes;
        }
        try (SourceReader reader = mapping.open(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                outcomes.put(item.at(), item instanceof SourceItem.Row row && mapping.apply(row.source(), time) instanceof MappingResult.Mapped mapped
                        ? MappingPreview.cells(mapped.notice()).toString() + mapped.notice().freeText() : REFUSED);
            }
        }
        return outcomes;
    }
}
