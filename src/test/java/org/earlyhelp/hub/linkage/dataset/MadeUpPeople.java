package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes records of made-up people with slips of the hand, and who each is of. The same seed makes the same. */
public final class MadeUpPeople {
    private static final String[] SYLLABLES = {"ba", "ren", "mo", "lis", "ka", "tor", "vi", "dan", "shu", "pel", "gor", "nim", "fa", "zed", "wyl", "hes"};
    private final Random random;
    private final List<String[]> rows = new ArrayList<>();
    private int people;

    private MadeUpPeople(long seed) {
        random = new Random(seed);
    }

    /** So many people, each with one to three records. */
    public static MadeUpPeople of(int people, long seed) {
        MadeUpPeople made = new MadeUpPeople(seed);
        for (int person = 0; person < people; person++) {
            made.person(made.name(), made.name(), made.day(), made.address(), made.random.nextBoolean() ? "F" : "M");
        }
        return made;
    }

    /** As {@link #of}, in households of four who share surname and address. */
    static MadeUpPeople inHouseholds(int households, long seed) {
        MadeUpPeople made = new MadeUpPeople(seed);
        for (int household = 0; household < households; household++) {
            String surname = made.name();
            String[] address = made.address();
            for (int member = 0; member < 4; member++) {
                made.person(made.name(), surname, made.day(), address, member % 2 == 0 ? "F" : "M");
            }
        }
        return made;
    }

    /** Adds a person with two records without a slip. */
    MadeUpPeople add(String forename, String surname, String born, String line, String postcode, String sex) {
        for (int copy = 0; copy < 2; copy++) {
            rows.add(new String[] {forename, surname, born, line, postcode, sex, Integer.toString(people)});
        }
        people++;
        return this;
    }

    private void person(String forename, String surname, String born, String[] address, String sex) {
        int records = 1 + random.nextInt(3);
        for (int record = 0; record < records; record++) {
            boolean moved = random.nextInt(12) == 0;
            String[] home = moved ? address() : address;
            rows.add(new String[] {slip(forename), slip(surname), slip(born), slip(home[0]), home[1], sex, Integer.toString(people)});
        }
        people++;
    }

    private String slip(String text) {
        int at = random.nextInt(text.length() - 1);
        return switch (random.nextInt(20)) {
            case 0 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            case 1 -> text.substring(0, at) + (char) (text.charAt(at) + 1) + text.substring(at + 1);
            case 2 -> "";
            default -> text;
        };
    }

    private String name() {
        return SYLLABLES[random.nextInt(16)] + SYLLABLES[random.nextInt(16)] + SYLLABLES[random.nextInt(16)];
    }

    private String day() {
        return "%d-%02d-%02d".formatted(1950 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String[] address() {
        return new String[] {1 + random.nextInt(150) + " " + name() + " street", "ZZ99 %d%s%s".formatted(random.nextInt(10), letter(), letter())};
    }

    private char letter() {
        return (char) ('A' + random.nextInt(26));
    }

    /** The same records in another order. */
    MadeUpPeople shuffled(long seed) {
        MadeUpPeople other = new MadeUpPeople(seed);
        other.rows.addAll(rows);
        Collections.shuffle(other.rows, other.random);
        return other;
    }

    /** The records as one file. */
    public DataSet data() {
        return new DataSet(rows.size(), rows.size(), columns());
    }

    /** The records as two files. */
    DataSet linking(int left) {
        return new DataSet(rows.size(), left, columns());
    }

    private List<DataSet.Column> columns() {
        List<DataSet.Column> columns = new ArrayList<>();
        Field[] fields = {Field.FORENAMES, Field.SURNAME, Field.DATE_OF_BIRTH, Field.LINE1, Field.POSTCODE, Field.SEX};
        for (int k = 0; k < fields.length; k++) {
            int at = k;
            columns.add(new DataSet.Column(fields[k], fields[k].key(), rows.stream().map(row -> row[at]).toArray(String[]::new)));
        }
        return columns;
    }

    int size() {
        return rows.size();
    }

    boolean isOnePerson(int one, int other) {
        return rows.get(one)[6].equals(rows.get(other)[6]);
    }

    /** The record as an object that keeps its identity when the order changes. */
    Object row(int record) {
        return rows.get(record);
    }
}
