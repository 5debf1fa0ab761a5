package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.earlyhelp.hub.linkage.compare.BirthComparison;
import org.earlyhelp.hub.linkage.compare.EmailComparison;
import org.earlyhelp.hub.linkage.compare.FieldComparison;
import org.earlyhelp.hub.linkage.compare.MiddleNameComparison;
import org.earlyhelp.hub.linkage.compare.NumberComparison;
import org.earlyhelp.hub.linkage.compare.SexComparison;
import org.earlyhelp.hub.linkage.compare.TextComparison;
import org.earlyhelp.hub.linkage.dataset.DataSet.Column;
import org.earlyhelp.hub.linkage.weight.Aspect;

/** A data set with every value as a number, ready to be blocked and compared. Not thread-safe. */
final class CodedRecords {
    /** A column compared by itself. */
    record Single(Aspect aspect, String name, FieldComparison comparison, CodedColumn column) {
    }

    private final DataSet data;
    private final CodedColumn forenames;
    private final CodedColumn surnames;
    private final CodedColumn knownAs;
    private final CodedColumn line;
    private final CodedColumn postcode;
    private final CodedColumn town;
    private final List<Single> singles = new ArrayList<>();

    CodedRecords(DataSet data) {
        this.data = data;
        Codes names = new Codes();
        NameColumns sent = NameColumns.of(data);
        forenames = names(names, sent.forenames());
        surnames = names(names, sent.surnames());
        knownAs = names(names, NameColumns.first(data, Field.KNOWN_AS));
        line = whole(Field.LINE1);
        postcode = whole(Field.POSTCODE);
        town = whole(Field.TOWN);
        addSingles(sent);
    }

    private void addSingles(NameColumns sent) {
        if (sent.middleNames() != null) {
            add(Aspect.MIDDLE_NAME, "middle names", MiddleNameComparison.MIDDLE_NAME, sent.middleNames(), UnaryOperator.identity());
        }
        add(Field.DATE_OF_BIRTH, Aspect.BIRTH, BirthComparison.BIRTH, CodedRecords::digits);
        add(Field.SEX, Aspect.SEX, SexComparison.SEX, text -> text.strip().substring(0, 1).toUpperCase(Locale.ROOT));
        add(Field.EMAIL, Aspect.EMAIL, EmailComparison.EMAIL, UnaryOperator.identity());
        add(Field.PHONE, Aspect.PHONE, NumberComparison.NUMBER, UnaryOperator.identity());
        for (Field identifier : List.of(Field.NHS_NUMBER, Field.UPN, Field.IDENTIFIER)) {
            add(identifier, Aspect.IDENTIFIER, NumberComparison.NUMBER, UnaryOperator.identity());
        }
        add(Field.OTHER, Aspect.OTHER, TextComparison.TEXT, UnaryOperator.identity());
        if (data.columns(Field.IDENTIFIER).size() + data.columns(Field.OTHER).size() > DataSet.REPEATED_COLUMNS_LIMIT) {
            throw new IllegalArgumentException("more than " + DataSet.REPEATED_COLUMNS_LIMIT + " columns of identifiers and others");
        }
    }

    private void add(Field field, Aspect aspect, FieldComparison comparison, UnaryOperator<String> prepare) {
        data.columns(field).forEach(column -> add(aspect, column.name(), comparison, column.values(), prepare));
    }

    private void add(Aspect aspect, String name, FieldComparison comparison, String[] values, UnaryOperator<String> prepare) {
        singles.add(new Single(aspect, name, comparison, CodedColumn.of(values, text -> text.isBlank() ? null : prepare.apply(text))));
    }

    private static CodedColumn names(Codes names, String[] values) {
        return values == null ? null : new CodedColumn(names, Arrays.stream(values).mapToInt(names::code).toArray());
    }

    private CodedColumn whole(Field field) {
        List<Column> columns = data.columns(field);
        return columns.isEmpty() ? null : CodedColumn.of(columns.get(0).values(), UnaryOperator.identity());
    }

    private static String digits(String date) {
        StringBuilder kept = new StringBuilder(date.length());
        date.codePoints().filter(character -> character >= '0' && character <= '9' || Character.isLetter(character)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    DataSet data() {
        return data;
    }

    int size() {
        return data.records();
    }

    CodedColumn forenames() {
        return forenames;
    }

    CodedColumn surnames() {
        return surnames;
    }

    /** Names in use, or null. */
    CodedColumn knownAs() {
        return knownAs;
    }

    /** First lines of addresses, or null. */
    CodedColumn line() {
        return line;
    }

    /** Postcodes, or null. */
    CodedColumn postcode() {
        return postcode;
    }

    /** Towns, or null. */
    CodedColumn town() {
        return town;
    }

    List<Single> singles() {
        return singles;
    }

    /** The columns of an aspect. */
    List<CodedColumn> columns(Aspect aspect) {
        return singles.stream().filter(single -> single.aspect == aspect).map(Single::column).toList();
    }

    /** Counts how common values are, each person's once. */
    void count(int[] clusters) {
        for (CodedColumn column : Arrays.asList(forenames, surnames, line, postcode, town)) {
            if (column != null) {
                column.count(clusters);
            }
        }
        singles.forEach(single -> single.column.count(clusters));
    }
}
