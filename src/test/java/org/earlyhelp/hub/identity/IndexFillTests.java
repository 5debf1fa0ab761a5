package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.stream.IntStream;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.storage.StatementStore;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a started hub remembers is what is stored. */
class IndexFillTests {
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    @Test
    void readsEveryMentionWithItsNeighbours() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, named("Ngozi Okafor")), health("H1").about(aChild()));

        PersonIndex index = filled();

        assertThat(index.size()).isEqualTo(3);
        assertThat(index.people()).isEqualTo(2);
        assertThat(index.describes(mention("S1", "PARENT")).home()).as("of the child").isNotNull();
        assertThat(index.personOf(mention("S1", "PUPIL"))).isEqualTo(index.personOf(mention("H1", "CHILD")));
    }

    @Test
    void readsMoreThanOneBatch() {
        int records = 1_100;
        borough.link(IntStream.range(0, records).mapToObj(i -> school("S" + i).about(aChild().forenames("Ada").born(null).homeless().ref("R" + i)))
                .toArray(RecordMaker[]::new));

        assertThat(filled().size()).isEqualTo(records);
    }

    @Test
    void remembersNothingOfAnEmptyDatabase() {
        assertThat(filled().size()).isZero();
    }

    private PersonIndex filled() {
        PersonIndex index = new PersonIndex(new FirstFormModel());
        borough.bean(StatementStore.class).fill(index);
        index.rollback();
        return index;
    }

    private long mention(String sourceRef, String role) {
        return borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = ? AND m.role = ?").params(sourceRef, role)
                .query(Long.class).single();
    }
}
