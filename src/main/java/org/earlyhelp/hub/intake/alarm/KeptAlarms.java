package org.earlyhelp.hub.intake.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.earlyhelp.hub.intake.storage.AlarmStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.ShortText;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Alarms in the database; the telling outside is kept in the same transaction. */
@Component
class KeptAlarms implements OperatorAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAlarms.class);
    private static final int KEY_LIMIT = 200;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private final AlarmStore store;
    private final Teller teller;
    private final HubClock clock;
    private final TransactionTemplate apart;

    KeptAlarms(AlarmStore store, Teller teller, HubClock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.teller = teller;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        // What went wrong is often why the caller's own transaction is taken back.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean raise(String key, String kind, String words, String place) {
        if (key.isBlank() || key.length() > KEY_LIMIT || !KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("an alarm has a key of 1 to " + KEY_LIMIT + " characters and a kind such as feed-late");
        }
        OperatorAlarm alarm = new OperatorAlarm(key, kind, ShortText.of(words.strip(), OperatorAlarm.WORDS_LIMIT), place, clock.now(), null);
        boolean isNew = Boolean.TRUE.equals(apart.execute(status -> raise(alarm)));
        if (isNew) {
            LOG.warn("alarm {}: {}", kind, alarm.words());
        }
        return isNew;
    }

    private boolean raise(OperatorAlarm alarm) {
        switch (store.add(alarm, OPEN_LIMIT, KIND_LIMIT)) {
            case OPEN_ALREADY -> {
                return false;
            }
            case TOO_MANY -> {
                LOG.warn("{} alarms are open, or {} of kind {}: a further one of it is not kept", OPEN_LIMIT, KIND_LIMIT, alarm.kind());
                return false;
            }
            case RAISED -> tell("Alarm: " + AlarmKind.words(alarm.kind()), alarm.words() + at(alarm.place()));
        }
        return true;
    }

    @Override
    public boolean clear(String key) {
        Optional<OperatorAlarm> over = apart.execute(status -> clear(key, clock.now()));
        over.ifPresent(alarm -> LOG.info("over: alarm {}: {}", alarm.kind(), alarm.words()));
        return over.isPresent();
    }

    private Optional<OperatorAlarm> clear(String key, Instant now) {
        Optional<OperatorAlarm> over = store.clear(key, now);
        over.ifPresent(alarm -> tell("Over: " + AlarmKind.words(alarm.kind()), "This is over: " + alarm.words() + at(alarm.place())));
        return over;
    }

    @Override
    public List<OperatorAlarm> open() {
        return store.open(OPEN_LIMIT);
    }

    @Override
    public List<OperatorAlarm> over(int limit) {
        return store.over(limit);
    }

    private void tell(String subject, String words) {
        teller.channels().stream().filter(AlarmChannels.NAMES::contains).sorted().forEach(channel -> teller.tell(channel, "Early Help Hub, " + subject, words));
    }

    private static String at(String place) {
        return place == null ? "" : "\nLook at: " + place;
    }
}
