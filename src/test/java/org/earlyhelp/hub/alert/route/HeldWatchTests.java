package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;

import java.util.List;
import org.earlyhelp.hub.alert.HeldMessages;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.identity.IdentityChanged.Kind;
import org.earlyhelp.hub.sharing.StoppableLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One alert that cannot be read, the first of those that wait while the sharing log is stopped. */
class HeldWatchTests extends AlertRoomTest {
    private HeldWatch watch;

    @BeforeEach
    void holdOneThatFails() {
        watch = hub.bean(HeldWatch.class);
        watch.stop();
        hub.bean(StoppableLog.class).stop();
        absent(family, child);
        JdbcClient.create(database).sql("UPDATE alert SET content = '[]'").update();
    }

    private void absent(Borough.Family family, String child) {
        hub.assessed(assessmentOf(family.id(), family.ref()).child(child, false).with(absence(child, "SEVERE", "avonford-schools/school-attendance/01K1@1")).news());
    }

    private void goOn() {
        hub.bean(StoppableLog.class).goOn();
        assertThatThrownBy(watch::look).isInstanceOf(RuntimeException.class);
    }

    @Test
    void letsOtherMessagesGo() {
        Borough.Family other = borough.family();
        absent(other, borough.child(other));

        goOn();

        assertThat(taken(EARLY_HELP).path("type").stringValue()).isEqualTo("earlyhelp.alert.raised.v1");
        assertThat(hub.bean(HeldMessages.class).count()).isEqualTo(1);
    }

    @Test
    void letsOtherNewsGo() {
        hub.tell(new IdentityChanged(Kind.PERSON_MERGED, child, borough.child(family), List.of(family.id()), List.of(family.ref())));

        goOn();

        assertThat(taken("hub.identity-changed").path("type").stringValue()).isEqualTo("earlyhelp.identity.merged.v1");
    }
}
