package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.List;

import org.earlyhelp.hub.linkage.compare.LineComparison;
import org.earlyhelp.hub.linkage.compare.PostcodeComparison;
import org.earlyhelp.hub.linkage.compare.TextComparison;
import org.earlyhelp.hub.linkage.dataset.CodedRecords.Single;
import org.earlyhelp.hub.linkage.weight.PlaceLevels;

/**
 * Reads the levels of every comparison of a pair of records: forename, surname, place, then each single column. Not
 * thread-safe: it remembers what it compared.
 */
final class PairLevels {
    static final int FORENAME = 0;
    static final int SURNAME = 1;
    static final int PLACE = 2;
    static final int FIRST_SINGLE = 3;

    private final NamePairLevels names;
    private final PartLevels[] place;
    private final int[] placeSizes;
    private final PartLevels[] singles;

    PairLevels(CodedRecords records) {
        names = new NamePairLevels(records);
        place = new PartLevels[] {PartLevels.of(records.line(), LineComparison.LINE), PartLevels.of(records.postcode(), PostcodeComparison.POSTCODE),
            PartLevels.of(records.town(), TextComparison.TEXT)};
        placeSizes = new int[place.length];
        for (int part = 0; part < place.length; part++) {
            placeSizes[part] = place[part].size();
        }
        List<Single> columns = records.singles();
        singles = columns.stream().map(single -> PartLevels.of(single.column(), single.comparison())).toArray(PartLevels[]::new);
    }

    /** The number of levels of each comparison, "not stated" included. */
    int[] sizes() {
        int[] sizes = new int[FIRST_SINGLE + singles.length];
        sizes[FORENAME] = NamePairLevels.SIZE;
        sizes[SURNAME] = NamePairLevels.SIZE;
        sizes[PLACE] = placeSizes[0] * placeSizes[1] * placeSizes[2];
        for (int k = 0; k < singles.length; k++) {
            sizes[FIRST_SINGLE + k] = singles[k].size();
        }
        return sizes;
    }

    /** Reads all levels of a pair. */
    void read(int one, int other, int[] into) {
        names.read(one, other, into);
        readPlace(one, other, into);
        for (int k = 0; k < singles.length; k++) {
            into[FIRST_SINGLE + k] = singles[k].level(one, other);
        }
    }

    private void readPlace(int one, int other, int[] into) {
        into[PLACE] = (place[0].level(one, other) * placeSizes[1] + place[1].level(one, other)) * placeSizes[2] + place[2].level(one, other);
    }

    /** Comparisons that one reader reads together. */
    record Part(int[] comparisons, PatternReader.LevelReader reader) {
    }

    /** All comparisons in parts that share no memory, the costliest first: different threads may read different parts. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(new int[] {FORENAME, SURNAME}, names::read));
        parts.add(new Part(new int[] {PLACE}, this::readPlace));
        for (int k = 0; k < singles.length; k++) {
            int at = k;
            parts.add(new Part(new int[] {FIRST_SINGLE + k}, (one, other, into) -> into[FIRST_SINGLE + at] = singles[at].level(one, other)));
        }
        return parts;
    }

    /** The number of levels of the parts of a place: first line, postcode, town. */
    int[] placeSizes() {
        return placeSizes.clone();
    }

    /** The level of each part of a place. */
    int[] placeParts(int combined) {
        return new int[] {combined / (placeSizes[1] * placeSizes[2]), combined / placeSizes[2] % placeSizes[1], combined % placeSizes[2]};
    }
}
