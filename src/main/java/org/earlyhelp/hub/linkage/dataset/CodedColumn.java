package org.earlyhelp.hub.linkage.dataset;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.earlyhelp.hub.linkage.compare.Form;

/** A column as numbers of values, and how common each value is. Not thread-safe. */
final class CodedColumn {
    private final Codes codes;
    private final int[] values;
    private double[] shares;
    private double agreement;

    CodedColumn(Codes codes, int[] values) {
        this.codes = codes;
        this.values = values;
    }

    /** A column of its own values, each prepared by the given step; null stays null. */
    static CodedColumn of(String[] values, UnaryOperator<String> prepare) {
        Codes codes = new Codes();
        return new CodedColumn(codes, Arrays.stream(values).mapToInt(value -> codes.code(value == null ? null : prepare.apply(value))).toArray());
    }

    /** The number of the value of a record, or {@link Codes#NONE}. */
    int value(int record) {
        return values[record];
    }

    boolean isStated(int record) {
        return values[record] != Codes.NONE;
    }

    Form form(int code) {
        return codes.form(code);
    }

    Codes codes() {
        return codes;
    }

    /** Counts how common values are, each person's value once. Before clustering everybody is one record. */
    void count(int[] clusters) {
        double[] counts = new double[codes.size()];
        double total = 0;
        SeenPairs seen = new SeenPairs(values.length);
        for (int record = 0; record < values.length; record++) {
            if (values[record] != Codes.NONE && seen.add(clusters[record], values[record])) {
                counts[values[record]]++;
                total++;
            }
        }
        shares = counts;
        agreement = 0;
        for (int code = 0; code < counts.length; code++) {
            shares[code] /= Math.max(1, total);
            agreement += shares[code] * shares[code];
        }
    }

    /** The share of people of whom a stated value is stated. */
    double share(int code) {
        return Math.max(shares[code], 1.0 / (values.length + 1));
    }

    /** The probability that two people drawn by chance agree in full. */
    double agreementByChance() {
        return Math.min(0.999, Math.max(agreement, 1e-9));
    }
}
