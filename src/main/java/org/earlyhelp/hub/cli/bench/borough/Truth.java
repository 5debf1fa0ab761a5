package org.earlyhelp.hub.cli.bench.borough;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who each mention truly is. A place that two people claim, one under the other's number, is nobody's and not judged. */
public final class Truth {
    private final Map<String, Resident> residents = new LinkedHashMap<>();
    private final Map<String, Resident> byPlace = new HashMap<>();
    private final Set<String> disputed = new HashSet<>();

    private Truth() {
    }

    /** Reads the truth files of a generated borough. */
    public static Truth read(Path folder) throws IOException {
        Truth truth = new Truth();
        Map<String, String> origins = new HashMap<>();
        for (NamedCsvRecord row : rows(folder.resolve("origins.csv"))) {
            origins.put(row.getField("household"), row.getField("origin"));
        }
        for (NamedCsvRecord row : rows(folder.resolve("residents.csv"))) {
            truth.residents.put(row.getField("person"), new Resident(row.getField("person"), row.getField("household"), Resident.Kind.valueOf(row.getField("kind")),
                    LocalDate.parse(row.getField("born")), Integer.parseInt(row.getField("birth_order")), origins.get(row.getField("household"))));
        }
        for (String file : List.of("people.csv", "alleged.csv")) {
            rows(folder.resolve(file)).forEach(truth::claim);
        }
        return truth;
    }

    private void claim(NamedCsvRecord row) {
        String place = String.join("|", row.getFields().subList(0, 6));
        Resident who = residents.get(row.getField("person"));
        Resident before = byPlace.put(place, who);
        if (before != null && before != who) {
            disputed.add(place);
        }
    }

    /** Null for a mention that is not judged. */
    public Resident at(String place) {
        return disputed.contains(place) ? null : byPlace.get(place);
    }

    /** All people of the borough, mentioned or not. */
    public Collection<Resident> residents() {
        return residents.values();
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
