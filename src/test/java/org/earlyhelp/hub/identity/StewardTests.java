package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StewardTests {
    private final Borough borough = new Borough();

    @BeforeEach
    void twoHouseholds() {
        borough.link(school("S1").about(aChild()), school("S2").about(named("Ada Lowe").at("9 Far Lane", "ZZ99 7AB"))
                .parent(Relationship.MOTHER, named("Eve Lowe")));
    }

    @AfterEach
    void close() {
        borough.close();
    }

    private IdentitySteward steward() {
        return borough.bean(IdentitySteward.class);
    }

    private List<Map<String, Object>> everything() {
        return borough.sql.sql("""
                SELECT m.id, p.ref, p.family_role, p.summary::text, p.gone_into, f.ref AS family, f.gone_into AS family_gone, l.match,
                       (SELECT count(*) FROM kinship) AS kin
                FROM link l JOIN mention m ON m.id = l.mention_id JOIN person p ON p.id = l.person_id JOIN family f ON f.id = p.family_id ORDER BY m.id""")
                .query().listOfRows();
    }

    @Test
    void restoresEverythingByUnmergeAfterMerge() {
        List<Map<String, Object>> before = everything();
        String gone = borough.person("S2/PUPIL/0");

        String kept = steward().merge(borough.person("S1/PUPIL/0"), gone);
        assertThat(borough.people()).hasSize(2);
        steward().unmerge(kept, gone);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void tellsOfMergeAndSplit() {
        borough.news.clear();
        String gone = borough.person("S2/PUPIL/0");
        String kept = steward().merge(borough.person("S1/PUPIL/0"), gone);
        steward().unmerge(kept, gone);

        assertThat(borough.news.stream().filter(IdentityChanged.class::isInstance).map(it -> ((IdentityChanged) it).kind()))
                .startsWith(IdentityChanged.Kind.PERSON_MERGED).contains(IdentityChanged.Kind.PERSON_SPLIT);
    }

    @Test
    void leadsFromTheMergedReferenceToTheKept() {
        String gone = borough.person("S2/PUPIL/0");
        String kept = steward().merge(gone, borough.person("S1/PUPIL/0"));

        assertThat(borough.bean(PersonDirectory.class).byRef(gone).orElseThrow().ref()).isEqualTo(kept);
    }

    @Test
    void neverRejoinsWhatAStewardSplit() {
        borough.link(health("H1").about(aChild()));
        long mention = borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = 'H1'").query(Long.class).single();

        String fresh = steward().split(borough.person("H1/CHILD/0"), mention, Hand.HUB);
        borough.restart().link(health("H1").about(aChild().knownAs("Chichi")));

        assertThat(borough.person("H1/CHILD/0")).isEqualTo(fresh).isNotEqualTo(borough.person("S1/PUPIL/0"));
    }

    @Test
    void joinsNothingToASealedPerson() {
        steward().seal(borough.person("S1/PUPIL/0"));
        borough.restart().link(health("H1").about(aChild()));

        assertThat(borough.person("H1/CHILD/0")).isNotEqualTo(borough.person("S1/PUPIL/0"));
        assertThat(borough.bean(PersonDirectory.class).search("okafor", null)).extracting(PersonView::ref).containsExactly(borough.person("H1/CHILD/0"));
        assertThatThrownBy(() -> steward().merge(borough.person("S1/PUPIL/0"), borough.person("H1/CHILD/0"))).hasMessageContaining("sealed");
    }

    @Test
    void refusesToUnmergeWhatWasNeverMerged() {
        assertThatThrownBy(() -> steward().unmerge(borough.person("S1/PUPIL/0"), borough.person("S2/PUPIL/0"))).hasMessageContaining("not merged");
    }
}
