package org.earlyhelp.hub.intake.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.storage.AlarmStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Real alarms in a database, and a note of what was told of them. */
public final class AlarmLedger implements Teller {
    private final List<String> subjects = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final OperatorAlarms alarms;

    private AlarmLedger(DataSource database, HubClock clock) {
        alarms = new KeptAlarms(new AlarmStore(JdbcClient.create(database)), this, clock, new DataSourceTransactionManager(database));
    }

    public static AlarmLedger in(DataSource database, HubClock clock) {
        return new AlarmLedger(database, clock);
    }

    public OperatorAlarms alarms() {
        return alarms;
    }

    /** Keys of the open alarms, the oldest first. */
    public List<String> open() {
        return alarms.open().stream().map(OperatorAlarm::key).toList();
    }

    /** The words of an open alarm. */
    public String words(String key) {
        return alarms.open().stream().filter(alarm -> alarm.key().equals(key)).findFirst().orElseThrow().words();
    }

    /** The subjects told about a feed, in order. */
    public List<String> told(String about) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).contains(about)) {
                told.add(subjects.get(i).replace("Early Help Hub, ", ""));
            }
        }
        return told;
    }

    public List<String> allWords() {
        return List.copyOf(words);
    }

    @Override
    public Set<String> channels() {
        return Set.of(AlarmChannels.MAIL);
    }

    @Override
    public boolean tell(String channel, String subject, String said) {
        subjects.add(subject);
        return words.add(said);
    }

    @Override
    public List<ChannelState> states() {
        return List.of();
    }
}
