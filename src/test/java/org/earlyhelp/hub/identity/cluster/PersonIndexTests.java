package org.earlyhelp.hub.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random work beside a reference that walks everything: same answers always, and after a rollback those from before. */
class PersonIndexTests {
    private static final int PEOPLE = 12;
    private static final int RECORDS = 20;
    private static final Set<Long> ALL_PEOPLE = LongStream.range(0, PEOPLE).boxed().collect(Collectors.toCollection(TreeSet::new));
    private static final Set<Long> ALL_RECORDS = LongStream.range(0, RECORDS).boxed().collect(Collectors.toCollection(TreeSet::new));
    private final FirstFormModel model = new FirstFormModel();
    private final PersonIndex index = new PersonIndex(model);
    private ReferenceIndex reference = new ReferenceIndex(model);
    private final List<Description> pool = new ArrayList<>();
    private Random random;

    @BeforeEach
    void makePeopleWhoShareKeys() {
        for (int i = 0; i < 40; i++) {
            pool.add(SomebodyKnown.number(i % 7).withRef(i % 5).withPhone(i % 3).make());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void answersAsTheReferenceAndRollsBackExactly(int seed) {
        random = new Random(seed);
        for (int transaction = 0; transaction < 60; transaction++) {
            ReferenceIndex before = reference.copy();
            for (int step = random.nextInt(30); step >= 0; step--) {
                change();
            }
            assertThat(answers()).as("seed %d", seed).isEqualTo(reference.answers(ALL_PEOPLE, ALL_RECORDS, pool));
            finish(before);
            assertThat(answers()).as("seed %d, after its end", seed).isEqualTo(reference.answers(ALL_PEOPLE, ALL_RECORDS, pool));
        }
    }

    private void finish(ReferenceIndex before) {
        if (random.nextBoolean()) {
            index.commit();
        } else {
            index.rollback();
            reference = before;
        }
    }

    private void change() {
        long mention = random.nextInt(60);
        long person = random.nextInt(PEOPLE);
        long other = (person + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
        boolean known = reference.known().contains(mention);
        switch (random.nextInt(10)) {
            case 0 -> {
                index.keepApart(person, other);
                reference.keepApart(person, other);
            }
            case 1 -> {
                index.allow(person, other);
                reference.allow(person, other);
            }
            case 2 -> {
                index.seal(person);
                reference.seal(person);
            }
            case 3, 4 -> {
                index.remove(mention);
                reference.remove(mention);
            }
            default -> addOrMove(mention, person, known);
        }
    }

    private void addOrMove(long mention, long person, boolean known) {
        if (known) {
            index.move(mention, person);
            reference.move(mention, person);
        } else {
            Known fresh = new Known(mention, random.nextInt(RECORDS), pool.get(random.nextInt(pool.size())));
            index.add(person, fresh);
            reference.add(person, fresh);
        }
    }

    private String answers() {
        StringBuilder all = new StringBuilder();
        for (long person : ALL_PEOPLE) {
            all.append(person).append(index.mentions(person)).append(index.descriptions(person).hashCode()).append(index.records(List.of(person)))
                    .append(index.neighbours(List.of(person))).append(index.keptApartFrom(person)).append(index.isSealed(person)).append('\n');
        }
        ALL_RECORDS.forEach(record -> all.append(record).append(index.mentionsOfRecord(record)).append('\n'));
        pool.forEach(it -> all.append(index.candidates(it)).append('\n'));
        return all.append(index.size()).toString();
    }
}
