package org.earlyhelp.hub.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.format.ReadingManner;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingResult;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.PiecedText;
import org.earlyhelp.hub.mapping.RowFault;

/** What holds for every file whatever is in it: no exception, the same answer twice, all or nothing told before the first row is taken, sentences that fit a receipt. */
record FileOracle(Mapping layout) {
    private static final MappingTime TIME = new MappingTime(Instant.parse("2026-11-23T08:40:00Z"), LocalDate.of(2026, 11, 23));

    void holdFor(byte[] file) {
        Optional<SourceItem.Stop> refused = layout.precheck(new ByteArrayInputStream(file));
        List<SourceItem> items = items(file);

        assertThat(outline(items(file))).isEqualTo(outline(items));
        Optional<SourceItem.Stop> stop = items.stream().filter(SourceItem.Stop.class::isInstance).map(SourceItem.Stop.class::cast).findFirst();
        assertThat(stop.filter(SourceItem.Stop::wholeFile).map(SourceItem.Stop::code)).as("refused while it is read: %s", stop)
                .satisfiesAnyOf(code -> assertThat(code).isEmpty(), code -> assertThat(refused).as("refused before it is read").isPresent());
        items.forEach(this::check);
        holdForTexts(file);
    }

    private List<SourceItem> items(byte[] file) {
        List<SourceItem> items = new ArrayList<>();
        try (SourceReader reader = layout.open(new ByteArrayInputStream(file))) {
            reader.forEachRemaining(items::add);
        }
        return items;
    }

    /** The text of a record that cannot be read says the same in its place, and comes back whole out of its pieces. */
    private void holdForTexts(byte[] file) {
        try (SourceReader reader = layout.open(new ByteArrayInputStream(file), ReadingManner.PLAIN.keepingSentTexts())) {
            while (reader.hasNext()) {
                if (reader.next() instanceof SourceItem.BadRow bad && bad.text() != null && !bad.text().isBlank()) {
                    assertThat(reader.reread(bad.at(), bad.text())).singleElement().isInstanceOfSatisfying(SourceItem.BadRow.class,
                            again -> assertThat(again.code() + again.at()).isEqualTo(bad.code() + bad.at()));
                    PiecedText pieces = PiecedText.of(layout, bad.text());
                    if (!PiecedText.hasPicture(pieces.shown())) {
                        assertThat(pieces.restored(pieces.shown(), bad.text().length())).hasValue(bad.text());
                    }
                }
            }
        }
    }

    private static List<String> outline(List<SourceItem> items) {
        return items.stream().map(item -> item.getClass().getSimpleName() + item.at()).toList();
    }

    private void check(SourceItem item) {
        assertThat(item.at().line()).isNotNegative();
        if (item instanceof SourceItem.Row row) {
            MappingResult result = layout.apply(row.source(), TIME);
            result.faults().forEach(FileOracle::check);
        } else if (item instanceof SourceItem.BadRow bad) {
            isSentence(bad.message());
            isSentence(bad.fix());
        } else if (item instanceof SourceItem.Stop stop) {
            isSentence(stop.message());
            isSentence(stop.fix());
        }
    }

    private static void check(RowFault fault) {
        isSentence(fault.message());
        if (fault.fix() != null) {
            isSentence(fault.fix());
        }
    }

    /** One line, as {@code .receipt.txt} and {@code .errors.csv} show it. */
    private static void isSentence(String text) {
        assertThat(text.codePoints()).noneMatch(Character::isISOControl);
    }
}
