package org.earlyhelp.hub.linkage.dataset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import org.earlyhelp.hub.linkage.compare.Form;
import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.linkage.compare.Nicknames;
import org.earlyhelp.hub.linkage.compare.PostcodeComparison;
import org.earlyhelp.hub.linkage.weight.Aspect;

/** The features that blocking keys are made of: a number a record, {@value #NONE} when it has none; null when no record has. */
final class Features {
    static final int NONE = 0;
    /** A name of more words than this is found by the first ones only. */
    private static final int NAME_FEATURES = 12;
    private static final int[] NO_FEATURES = {};
    private static final int DATE_DIGITS = 8;
    private static final int START_CHARACTERS = 3;
    private static final int EMAIL_START_CHARACTERS = 4;

    private final CodedRecords records;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] names;
    private final int[][] initials;
    private final CodedColumn births;
    private final CodedColumn emails;

    Features(CodedRecords records) {
        this.records = records;
        this.births = records.columns(Aspect.BIRTH).stream().findFirst().orElse(null);
        this.emails = records.columns(Aspect.EMAIL).stream().findFirst().orElse(null);
        int[][] sounds = new int[records.forenames().codes().size()][];
        int[][] firsts = new int[sounds.length][];
        for (int code = 0; code < sounds.length; code++) {
            sounds[code] = sounds(records.forenames().form(code));
            firsts[code] = firsts(records.forenames().form(code));
        }
        names = ofNames(sounds);
        initials = ofNames(firsts);
    }

    /** The sounds of all words of all names, and the families of names they stand in. */
    int[][] names() {
        return names;
    }

    /** The first letters of all words of all names. */
    int[][] initials() {
        return initials;
    }

    int[] birth() {
        return ofDate("d", digits -> digits);
    }

    int[] year() {
        return ofDate("y", digits -> digits.substring(0, 4));
    }

    int[] month() {
        return ofDate("ym", digits -> digits.substring(0, 6));
    }

    int[] yearAndDay() {
        return ofDate("yd", digits -> digits.substring(0, 4) + digits.substring(6));
    }

    int[] dayInYear() {
        return ofDate("md", digits -> digits.substring(4));
    }

    int[] postcode() {
        return of(records.postcode(), form -> form.joined());
    }

    int[] district() {
        return of(records.postcode(), form -> "district " + PostcodeComparison.district(form.joined()));
    }

    int[] town() {
        return of(records.town(), form -> form.joined());
    }

    int[] townStart() {
        return of(records.town(), form -> "town " + start(form.joined(), START_CHARACTERS));
    }

    int[] line() {
        return of(records.line(), Form::joined);
    }

    int[] email() {
        return of(emails, Form::joined);
    }

    int[] emailStart() {
        return of(emails, form -> "user " + start(user(form.joined()), EMAIL_START_CHARACTERS));
    }

    int[] hostStart() {
        return of(emails, form -> {
            int at = form.joined().lastIndexOf('@');
            return at < 0 ? null : start(form.joined().substring(at), EMAIL_START_CHARACTERS + 1);
        });
    }

    /** A feature of a column, which may be null; the step may give null for a value without it. */
    int[] of(CodedColumn column, Function<Form, String> feature) {
        if (column == null) {
            return null;
        }
        int[] byCode = new int[column.codes().size()];
        for (int code = 0; code < byCode.length; code++) {
            String text = feature.apply(column.form(code));
            byCode[code] = text == null ? NONE : number(text);
        }
        int[] byRecord = new int[records.size()];
        for (int record = 0; record < byRecord.length; record++) {
            byRecord[record] = column.isStated(record) ? byCode[column.value(record)] : NONE;
        }
        return byRecord;
    }

    private int[] ofDate(String kind, Function<String, String> part) {
        return of(births, form -> form.length() == DATE_DIGITS ? kind + part.apply(form.joined()) : null);
    }

    private int[][] ofNames(int[][] byCode) {
        int[][] byRecord = new int[records.size()][];
        for (int record = 0; record < byRecord.length; record++) {
            int[] found = found(records.forenames(), byCode, record);
            found = joined(found, found(records.surnames(), byCode, record));
            byRecord[record] = least(records.knownAs() == null ? found : joined(found, found(records.knownAs(), byCode, record)));
        }
        return byRecord;
    }

    private static int[] found(CodedColumn column, int[][] byCode, int record) {
        return column.isStated(record) ? byCode[column.value(record)] : NO_FEATURES;
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** The least features, each once and in order. */
    private static int[] least(int[] features) {
        Arrays.sort(features);
        int kept = 0;
        for (int feature : features) {
            if (kept == 0 || features[kept - 1] != feature) {
                features[kept++] = feature;
            }
        }
        return Arrays.copyOf(features, Math.min(kept, NAME_FEATURES));
    }

    private int[] sounds(Form name) {
        TreeSet<Integer> sounds = new TreeSet<>();
        for (int at = 0; at < name.wordCount(); at++) {
            if (name.word(at).length() > 1 || name.wordCount() == 1) {
                sounds.add(number("sound " + NameComparison.sound(name.word(at))));
                Nicknames.familiesOfForename(name.word(at)).forEach(family -> sounds.add(number("family " + family)));
            }
        }
        return sounds.stream().mapToInt(it -> it).toArray();
    }

    private int[] firsts(Form name) {
        TreeSet<Integer> firsts = new TreeSet<>();
        for (int at = 0; at < name.wordCount(); at++) {
            firsts.add(number("initial " + name.word(at).charAt(0)));
        }
        return firsts.stream().mapToInt(it -> it).toArray();
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, key -> numbers.size() + 1);
    }

    private static String user(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private static String start(String text, int characters) {
        return text.substring(0, Math.min(characters, text.length()));
    }
}
