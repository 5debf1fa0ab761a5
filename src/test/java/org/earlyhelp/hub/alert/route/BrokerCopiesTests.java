package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.missing;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.TextMessage;
import java.util.List;
import org.earlyhelp.hub.alert.BrokerJournal;
import org.earlyhelp.hub.alert.RuleWithdrawals;
import org.earlyhelp.hub.alert.desk.Retelling;
import org.earlyhelp.hub.alert.storage.AlertErasureStore;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A message nobody has read yet, of a family in which somebody is erased. */
class BrokerCopiesTests extends AlertRoomTest {
    private Traces hers;

    @BeforeEach
    void raise() {
        hub.assessed(assessed().with(missing(child)).news());
        awaitPublished();
        hers = new Traces(List.of(child), List.of(), List.of());
    }

    private void awaitPublished() {
        await().until(() -> JdbcClient.create(database).sql("SELECT count(*) FROM outbox WHERE published_at IS NULL").query(Long.class).single() == 0);
    }

    private BrokerCopies copies(BrokerJournal... journal) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        List.of(journal).forEach(one -> beans.registerSingleton("journal", one));
        return new BrokerCopies(hub.bean(ConnectionFactory.class), hub.bean(AlertErasureStore.class), hub.bean(Retelling.class),
                beans.getBeanProvider(BrokerJournal.class), hub.bean(TransactionTemplate.class));
    }

    @Test
    void putsOneMessageInThePlaceOfTheOneTaken() throws Exception {
        assertThat(copies().clear(hers).count()).isOne();

        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
        awaitPublished();
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void tellsAnEndAnewThatNobodyHasReadYet() throws Exception {
        broker.take(EARLY_HELP, 1);
        hub.bean(RuleWithdrawals.class).withdraw("MISSING", "Its test was wrong", "duty.manager");
        awaitPublished();

        assertThat(copies().clear(hers).count()).isOne();

        awaitPublished();
        assertThat(broker.drain(EARLY_HELP)).extracting(TextMessage::getJMSType).containsExactly("earlyhelp.alert.recalled.v1", "earlyhelp.alert.withdrawn.v1");
    }

    @Test
    void losesNoMessageWhenTheBrokersFilesCannotBeCleared() throws Exception {
        assertThatThrownBy(() -> copies(new BrokenJournal()).clear(hers)).isInstanceOf(IllegalStateException.class);

        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
    }

    @Test
    void leavesMessagesOfOthersAlone() throws Exception {
        assertThat(copies().clear(new Traces(List.of("P-000000"), List.of(), List.of())).count()).isZero();

        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
    }

    private static final class BrokenJournal implements BrokerJournal {
        @Override
        public int begin() {
            throw new IllegalStateException("the disk does not answer");
        }

        @Override
        public boolean isGone(int last) {
            return false;
        }
    }
}
