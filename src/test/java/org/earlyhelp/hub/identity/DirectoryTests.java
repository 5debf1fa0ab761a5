package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.identity.LinkedMentions.LinkedMention;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryTests {
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    @Test
    void listsCurrentMentionsWithoutAllegedPerpetrators() {
        borough.link(missing("M1").about(aChild()));
        borough.link(missing("M1").version(2).about(aChild()), abuse("D1").victim(named("Eve Lowe")).alleged(named("Rob Ash")));
        List<LinkedMention> lines = new ArrayList<>();

        borough.bean(LinkedMentions.class).forEach(lines::add);

        assertThat(lines).extracting(it -> it.agency() + " " + it.sourceRef() + "@" + it.version() + " " + it.role() + it.index() + " " + it.match())
                .containsExactly("avonford-police M1@2 CHILD0 CERTAIN", "safe-haven D1@1 VICTIM0 NEW");
        assertThat(lines.get(0).record()).matches("avonford-police/missing-children/[0-9A-Z]{26}@2");
        assertThat(lines.get(0).family()).isEqualTo(borough.family("M1/CHILD/0"));
    }

    @Test
    void showsAFamilyWithItsTies() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, named("Ngozi Okafor")));

        FamilyView family = borough.bean(FamilyDirectory.class).byRef(borough.family("S1/PUPIL/0")).orElseThrow();

        assertThat(family.members()).extracting(PersonView::role).containsExactly("CHILD", "CARER");
        assertThat(family.ties()).containsExactly(new FamilyView.Tie(borough.person("S1/PUPIL/0"), borough.person("S1/PARENT/0"),
                Relationship.MOTHER, true, true));
    }

    @Test
    void keepsTheNewestWordOfEachField() {
        borough.link(school("S1").on("2026-11-02").about(aChild().upn("N999400122002").phone("01632 960001")),
                missing("M1").on("2026-11-09").about(aChild().upn("N999400122002").at("9 Far Lane", "ZZ99 7AB")));

        PersonView child = borough.bean(PersonDirectory.class).byRef(borough.person("S1/PUPIL/0")).orElseThrow();

        assertThat(child.summary().address().line1()).isEqualTo("9 Far Lane");
        assertThat(child.summary().phone()).isEqualTo("01632 960001");
    }

    @Test
    void findsPeopleBySurnameAndBirth() {
        borough.link(school("S1").about(aChild()), school("S2").about(aChild().forenames("Ada").born("2016-08-01")));

        assertThat(borough.bean(PersonDirectory.class).search("OKAFOR", LocalDate.of(2016, 8, 1))).extracting(PersonView::ref)
                .containsExactly(borough.person("S2/PUPIL/0"));
    }
}
