package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.alert.HeldMessages.Held;
import org.earlyhelp.hub.alert.desk.HeldDesk;
import org.earlyhelp.hub.alert.route.HeldWatch;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.ChangedAgreements;
import org.earlyhelp.hub.sharing.ChangedAgreements.Change;
import org.earlyhelp.hub.sharing.SharingLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A message that no agreement lets go is held where somebody sees it, and goes when one does. */
class HeldMessageTests extends AlertRoomTest {
    @TempDir
    private Path folder;

    /** Each look is one of the test: the room's own would come between two of its steps. */
    @BeforeEach
    void endTheRoomsOwnLooks() {
        hub.bean(HeldWatch.class).stop();
    }

    @ParameterizedTest
    @EnumSource
    void holdsAMessageWhoseFactsMayNotGo(Change change) throws Exception {
        agreements().apply(folder, change);

        absent();

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        Held held = held().get(0);
        assertThat(held.queue()).isEqualTo(EARLY_HELP);
        assertThat(held.why()).contains(change.why());
        assertThat(alert(held).status()).isEqualTo(AlertStatus.RAISED);
        assertThat(kinds()).containsOnly("REFUSED");
        assertThat(hub.bean(SharingLog.class).find(held.entry()).orElseThrow().payload()).contains("\"fields\":[]");
    }

    @Test
    void letsItGoAsRaisedOnceAnAgreementDoes() throws Exception {
        agreements().apply(folder, Change.NOT_BEGUN);
        absent();
        assertThat(hub.bean(HeldDesk.class).letGo()).isZero();

        agreements().restore();
        hub.bean(HeldDesk.class).letGo();

        TextMessage message = broker.take(EARLY_HELP, 1).get(0);
        assertThat(message.getJMSType()).isEqualTo("earlyhelp.alert.raised.v1");
        assertThat(message.getText()).contains("SCHOOL_ABSENCE");
        assertThat(held()).isEmpty();
        assertThat(hub.bean(HeldDesk.class).letGo()).isZero();
    }

    @Test
    void holdsOneMessageAnAlertAndSendsItWithWhatIsNewer() throws Exception {
        agreements().apply(folder, Change.OTHER_CLASS);
        absent();
        hub.assessed(assessed().with(absence(child, "SEVERE", "avonford-schools/school-attendance/01K2@1")).news());
        assertThat(held()).hasSize(1);
        agreements().restore();

        hub.assessed(assessed().with(absence(child, "SEVERE", "avonford-schools/school-attendance/01K2@1")).with(missing(child, borough.missing("N1", child, RiskGrade.LOW))).news());

        assertThat(broker.take(EARLY_HELP, 1)).singleElement().satisfies(message -> assertThat(message.getJMSType()).isEqualTo("earlyhelp.alert.raised.v1"));
        assertThat(held()).isEmpty();
    }

    @Test
    void saysNothingOfTheEndOfWhatNobodyHeardOf() throws Exception {
        agreements().apply(folder, Change.NOT_BEGUN);
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());
        assertThat(held()).hasSize(1);

        hub.assessed(assessed().withoutRules().nothingNew());
        borough.missing("N1", 2, Kind.CANCELLED, child, RiskGrade.LOW);
        hub.assessed(assessed().withoutRules().nothingNew());

        assertThat(held()).isEmpty();
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(sql().sql("SELECT settlement FROM held_message").query(String.class).single()).isEqualTo("OVER");
    }

    /** The front door must learn that there is something to look at, though no fact may be told. */
    @Test
    void holdsNothingAtLevelFour() {
        agreements().apply(folder, Change.OTHER_CLASS);
        HarmTest high = missingHigh(child, borough.missing("N1", child, RiskGrade.HIGH));

        hub.assessed(assessed().with(high).news());

        assertThat(taken(FIRST_CONTACT)).isNotNull();
        assertThat(held()).isEmpty();
    }

    private void absent() {
        hub.assessed(assessed().with(absence(child, "SEVERE", "avonford-schools/school-attendance/01K1@1")).news());
    }

    private ChangedAgreements agreements() {
        return new ChangedAgreements(hub.bean(AgreementBook.class));
    }

    private List<Held> held() {
        return hub.bean(HeldMessages.class).standing(10);
    }

    private Alert alert(Held held) {
        return hub.bean(AlertDirectory.class).alert(held.alert()).orElseThrow().alert();
    }

    private List<String> kinds() {
        return sql().sql("SELECT kind FROM sharing_entry").query(String.class).list();
    }

    private JdbcClient sql() {
        return JdbcClient.create(database);
    }
}
