package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.sequence.LogSequencer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SharingEntryPageTests extends SharingLogTest {
    @Autowired
    private DisclosureDesk desk;
    @Autowired
    private LogSequencer sequencer;

    @Test
    void saysWhatToWhomWhyAndOnWhichBasis() {
        String html = page("/sharing/" + aLook().get(0));

        assertThat(html).contains("Viewed").contains("the role front-door, account j.lane").contains("href=\"/people/P-AAAAAA/seen\"").contains("EARLY_HELP")
                .contains("Because they rang").contains("href=\"/agreements/avonford-police\"").contains("ISA-AVON-POLICE-1, version 1").contains("in force")
                .contains("6(1)(e)").contains("rule stands-alone, version 1").contains("MISSING");
    }

    @Test
    void namesWhatWasWithheldAndWhy() {
        assertThat(page("/sharing/" + aLook().get(0))).contains(">attendance<").contains("EDUCATION").contains("the agreement does not let this recipient see this kind of data");
        assertThat(page("/sharing/" + note("P-AAAAAA").get(0))).contains("Nothing was kept back");
    }

    @Test
    void leadsToTheOtherEntriesOfTheAct() {
        List<String> entries = note("P-AAAAAA", "P-BBBBBB", "P-CCCCCC");

        assertThat(page("/sharing/" + entries.get(0))).contains("/sharing/" + entries.get(1) + "\"").contains("/sharing/" + entries.get(2) + "\"");
        assertThat(page("/sharing/" + note("P-AAAAAA").get(0))).contains("This is the only one");
    }

    @Test
    void showsAProofThatHolds() {
        List<String> entries = note("P-AAAAAA", "P-BBBBBB", "P-CCCCCC");
        sequencer.sequence();

        assertThat(page("/sharing/" + entries.get(1))).contains("Checked just now: holds").contains("counted from 0").contains("early-help-hub/");
    }

    @Test
    void findsAnEntryThatWasEdited() {
        String id = note("P-AAAAAA").get(0);
        sequencer.sequence();
        sql.sql("UPDATE sharing_entry SET salt = sha256('other') WHERE id = ?").param(id).update();

        assertThat(page("/sharing/" + id)).contains("Checked just now: does not hold").doesNotContain("Checked just now: holds");
    }

    @Test
    void waitsForItsPlaceInTheLog() {
        String id = log.look("j.lane", "P-AAAAAA").write();

        assertThat(page("/sharing/" + id)).contains("will be sealed into the log within 2 seconds");
    }

    @Test
    void saysThatItWasErased() {
        String id = note("P-AAAAAA").get(0);
        sequencer.sequence();
        sql.sql("UPDATE sharing_entry SET sealed = NULL, salt = NULL, person = NULL WHERE id = ?").param(id).update();

        assertThat(page("/sharing/" + id)).contains("was erased with the person it was about").contains("Checked just now: holds").doesNotContain("P-AAAAAA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sharing/01K00000000000000000000000", "/sharing/John", "/sharing/1", "/sharing/x.csv"})
    void knowsNoOtherEntry(String path) {
        assertThat(ig().get(path).statusCode()).isEqualTo(404);
    }

    private List<String> aLook() {
        DisclosureSubject subject = new DisclosureSubject("P-AAAAAA", false, false, false, Set.of(new DisclosedField("needs.MISSING", DataClass.MISSING, "avonford-police"),
                new DisclosedField("attendance", DataClass.EDUCATION, "avonford-police")));
        desk.disclose(new DisclosureRequest(ActKind.VIEWED, Recipient.role("front-door", "j.lane"), Purpose.EARLY_HELP, "/people/{ref}", 3, "Because they rang", List.of(subject),
                Map.of("rule stands-alone", "1")), allowance -> "");
        return sql.sql("SELECT id FROM sharing_entry WHERE person = 'P-AAAAAA'").query(String.class).list();
    }

    private List<String> note(String... persons) {
        return desk.note(List.of(persons).stream().map(person -> new Act(ActKind.NOT_SHARED, person, Recipient.role("front-door", "j.lane"), Purpose.EARLY_HELP, null,
                Set.of(), Set.of(), Map.of("why", "nothing to share"))).toList());
    }
}
