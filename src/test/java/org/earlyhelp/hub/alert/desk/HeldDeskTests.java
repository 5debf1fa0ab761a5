package org.earlyhelp.hub.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;

import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.alert.HeldMessages;
import org.earlyhelp.hub.alert.route.HeldWatch;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.ChangedAgreements;
import org.earlyhelp.hub.sharing.ChangedAgreements.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More held messages than one round looks at. */
class HeldDeskTests extends AlertRoomTest {
    private static final int ROUND = 2;
    @TempDir
    private Path folder;
    private ChangedAgreements agreements;
    private HeldDesk desk;

    @BeforeEach
    void holdEverything() {
        agreements = new ChangedAgreements(hub.bean(AgreementBook.class));
        hub.bean(HeldWatch.class).stop();
        desk = hub.bean(HeldDesk.class);
        agreements.apply(folder, Change.NOT_BEGUN);
    }

    @Test
    void getsToThoseBehindARoundThatNothingLetsGo() {
        absent();
        absent();
        nextFamily();
        String police = held(missing(child, borough.missing("N1", child, RiskGrade.LOW)));
        agreements.apply(folder, text -> text.contains("agency: avonford-schools") ? Change.NOT_BEGUN.apply(text) : text);

        assertThat(desk.letGo(ROUND)).isZero();
        assertThat(desk.letGo(ROUND)).isEqualTo(1);
        assertThat(told()).containsExactly(police);

        agreements.restore();
        assertThat(desk.letGo(ROUND)).as("begins with the first again").isEqualTo(2);
        assertThat(hub.bean(HeldMessages.class).count()).isZero();
    }

    @Test
    void beginsAgainWhereTheLastRoundWasJustFull() {
        absent();
        absent();
        assertThat(desk.letGo(ROUND)).isZero();

        agreements.restore();

        assertThat(desk.letGo(ROUND) + desk.letGo(ROUND)).isEqualTo(2);
    }

    @Test
    void sendsTheHighestLevelOfARoundFirst() {
        String older = absent();
        String higher = absent();
        sql().sql("UPDATE alert SET level = 3 WHERE ref = ?").param(higher).update();
        sql().sql("UPDATE alert SET level = 2 WHERE ref = ?").param(older).update();
        agreements.restore();

        desk.letGo();

        assertThat(told()).containsExactly(higher, older);
    }

    /** A child of a further family whose absence makes an alert that is held; its reference. */
    private String absent() {
        nextFamily();
        return held(absence(child, "SEVERE", "avonford-schools/school-attendance/" + child + "@1"));
    }

    private void nextFamily() {
        family = borough.family();
        child = borough.child(family);
    }

    private String held(Need need) {
        hub.assessed(assessed().with(need).news());
        return hub.bean(HeldMessages.class).standing(10).stream().reduce((first, last) -> last).orElseThrow().alert();
    }

    private List<String> told() {
        return sql().sql("SELECT body::jsonb -> 'data' ->> 'alert' FROM outbox WHERE type LIKE 'earlyhelp.alert.%' ORDER BY ordinal").query(String.class).list();
    }

    private JdbcClient sql() {
        return JdbcClient.create(database);
    }
}
