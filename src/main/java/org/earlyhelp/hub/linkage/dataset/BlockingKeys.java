package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.earlyhelp.hub.linkage.compare.Form;
import org.earlyhelp.hub.linkage.weight.Aspect;

/**
 * The blocking rules: under which keys a record can be found. A key is a pair of features that two records of one
 * person are likely to share, such as the sound of a name and the month of birth; a feature alone is a key too, where it
 * is rare. So no single wrong field hides a pair.
 */
final class BlockingKeys {
    /** A key of two features is followed to at most so many records. */
    static final int PAIR_KEY_RECORDS = 100;
    /** A key of one feature is followed to at most so many records. */
    static final int SINGLE_KEY_RECORDS = 40;

    private final CodedRecords records;
    private final KeyTable table;
    private final Features features;

    private BlockingKeys(CodedRecords records) {
        this.records = records;
        this.table = new KeyTable(records.size());
        this.features = new Features(records);
    }

    /** All keys of all records. */
    static KeyTable of(CodedRecords records) {
        BlockingKeys keys = new BlockingKeys(records);
        keys.byNames();
        keys.byInitials();
        keys.byPlacesAndDates();
        keys.bySingles();
        keys.byIdentifiers();
        keys.byOthers();
        return keys.table;
    }

    private void byNames() {
        for (int[] with : present(features.birth(), features.postcode(), features.town(), features.townStart(), features.line(), features.month(),
                features.yearAndDay(), features.dayInYear(), features.district())) {
            table.rule(PAIR_KEY_RECORDS, features.names(), with);
        }
        table.ruleOfTwo(PAIR_KEY_RECORDS, features.names());
        table.rule(SINGLE_KEY_RECORDS, features.names(), null);
    }

    private void byInitials() {
        for (int[] with : present(features.birth(), features.month(), features.yearAndDay(), features.town(), features.dayInYear())) {
            table.rule(PAIR_KEY_RECORDS, features.initials(), with);
        }
    }

    private void byPlacesAndDates() {
        pair(features.birth(), features.postcode());
        pair(features.birth(), features.townStart());
        pair(features.line(), features.birth());
        pair(features.line(), features.postcode());
        pair(features.postcode(), features.year());
        pair(features.dayInYear(), features.postcode());
        pair(features.dayInYear(), features.townStart());
        pair(features.year(), features.district());
        pair(features.year(), features.townStart());
        pair(features.emailStart(), features.hostStart());
        pair(features.emailStart(), features.year());
        pair(features.hostStart(), features.year());
    }

    private void bySingles() {
        for (int[] single : present(features.email(), features.emailStart(), features.hostStart(), features.birth(), features.postcode(), features.line(),
                features.town(), features.month(), features.yearAndDay())) {
            table.rule(SINGLE_KEY_RECORDS, single, null);
        }
    }

    private void byIdentifiers() {
        for (Aspect aspect : List.of(Aspect.IDENTIFIER, Aspect.PHONE)) {
            records.columns(aspect).forEach(column -> table.rule(PAIR_KEY_RECORDS, features.of(column, Form::joined), null));
        }
    }

    private void byOthers() {
        for (CodedColumn column : records.columns(Aspect.OTHER)) {
            int[] other = features.of(column, Form::joined);
            table.rule(PAIR_KEY_RECORDS, features.names(), other);
            for (int[] with : present(features.birth(), features.postcode(), features.town(), features.year())) {
                table.rule(PAIR_KEY_RECORDS, other, with);
            }
            table.rule(SINGLE_KEY_RECORDS, other, null);
        }
    }

    private void pair(int[] one, int[] other) {
        if (one != null && other != null) {
            table.rule(PAIR_KEY_RECORDS, one, other);
        }
    }

    private static List<int[]> present(int[]... features) {
        return new ArrayList<>(Arrays.stream(features).filter(it -> it != null).toList());
    }
}
