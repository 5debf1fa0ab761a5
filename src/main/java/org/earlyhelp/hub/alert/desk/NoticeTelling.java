package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.NoticeReach;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.alert.storage.NoticeStore.ToHandOn;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands notices on to whoever they are for, outside the pages: each once, by the alert's reference and level alone. A round's
 * notices for one recipient are one message, so that a bad morning does not ring somebody a hundred times.
 */
@Component
public class NoticeTelling implements NoticeReach {
    /** So many notices go into one message; the rest follow in the next round. */
    static final int NOTICES_LIMIT = 50;
    private static final int HIGHEST_LEVEL = 4;
    private final NoticeStore store;
    private final Teller teller;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    public NoticeTelling(NoticeStore store, Teller teller, HubClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.teller = teller;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Hands on what waits, the highest level first; what is kept for a channel and the mark that it was are one transaction. */
    public void handOn() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.now();
            Map<String, List<ToHandOn>> byRecipient = store.takeToHandOn(NOTICES_LIMIT, now).stream()
                    .collect(Collectors.groupingBy(ToHandOn::told, TreeMap::new, Collectors.toList()));
            byRecipient.forEach((recipient, notices) -> channelsOf(recipient).forEach(channel -> teller.tell(channel, subject(notices), words(notices))));
        });
    }

    @Override
    public boolean reaches(String recipient) {
        return !channelsOf(recipient).isEmpty();
    }

    private Set<String> channelsOf(String recipient) {
        return Stream.of(recipient + NoticeChannels.MAIL, recipient + NoticeChannels.WEBHOOK).filter(teller.channels()::contains).collect(Collectors.toSet());
    }

    private static String subject(List<ToHandOn> notices) {
        long alerts = notices.stream().map(ToHandOn::alert).distinct().count();
        long highest = notices.stream().filter(notice -> notice.level() == HIGHEST_LEVEL).map(ToHandOn::alert).distinct().count();
        String wait = alerts == 1 ? "1 alert needs you" : alerts + " alerts need you";
        return "Early Help Hub, front door: " + wait + (highest == 0 ? "" : ", " + highest + " at level " + HIGHEST_LEVEL);
    }

    private static String words(List<ToHandOn> notices) {
        String lines = notices.stream().map(notice -> "Alert %s, level %d: %s".formatted(notice.alert(), notice.level(), notice.message())).collect(Collectors.joining("\n"));
        return lines + "\nLook at: /inbox";
    }
}
