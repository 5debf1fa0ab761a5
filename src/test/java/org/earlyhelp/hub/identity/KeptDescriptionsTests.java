package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.identity.learning.KeptDescriptions;
import org.earlyhelp.hub.linkage.Description;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptDescriptionsTests {
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    @Test
    void handsOutWhatEveryLinkedMentionSays() {
        borough.link(school("S1").about(aChild()), abuse("D1").about(aChild()), school("S2").about(named("Ada Lowe")));
        borough.receive(school("S3").about(named("Not Linked")));
        List<Description> said = new ArrayList<>();

        KeptDescriptions.forEach(borough.database, said::add);

        assertThat(said).extracting(it -> it.name().surname()).containsExactlyInAnyOrder("OKAFOR", "OKAFOR", "LOWE");
        assertThat(said).extracting(Description::agency).contains("avonford-schools");
    }
}
