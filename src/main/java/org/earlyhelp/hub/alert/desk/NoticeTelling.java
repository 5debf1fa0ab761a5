package org.earlyhelp.hub.alert.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.NoticeReach;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.alert.storage.NoticeStore.ToHandOn;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.earlyhelp.hub.sharing.tell.Telling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands notices on to whoever they are for, outside the pages: each once, by the alert's reference and level alone. A round's
 * notices for one recipient are one message, or as few as hold them all, so that a bad morning does not ring somebody a hundred times.
 */
@Component
public class NoticeTelling implements NoticeReach {
    /** So many notices go into one message; the rest follow in the next round. */
    static final int NOTICES_LIMIT = 50;
    private static final int HIGHEST_LEVEL = 4;
    private static final List<String> RECIPIENTS = List.of("out-of-hours", "manager");
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

    /** Hands on what waits, the highest level first, to each recipient by itself; what is kept for a channel and the mark that it was are one transaction. */
    public void handOn() {
        RECIPIENTS.forEach(recipient -> transaction.executeWithoutResult(status -> {
            if (!isHandedOn(recipient)) {
                status.setRollbackOnly();
            }
        }));
    }

    /** False when too much waits in every channel for one more message: then the notices wait for the next round. */
    private boolean isHandedOn(String recipient) {
        List<ToHandOn> notices = store.takeToHandOn(recipient, NOTICES_LIMIT, clock.now());
        Set<String> channels = channelsOf(recipient);
        return notices.isEmpty() || channels.isEmpty()
                || messages(notices).stream().allMatch(part -> channels.stream().map(channel -> teller.tell(channel, subject(part), words(part))).reduce(false, Boolean::logicalOr));
    }

    @Override
    public boolean reaches(String recipient) {
        return !channelsOf(recipient).isEmpty();
    }

    private Set<String> channelsOf(String recipient) {
        return Stream.of(recipient + NoticeChannels.MAIL, recipient + NoticeChannels.WEBHOOK).filter(teller.channels()::contains).collect(Collectors.toSet());
    }

    /** Cut by length, so that no notice is handed on by a message that breaks off before it. */
    private static List<List<ToHandOn>> messages(List<ToHandOn> notices) {
        List<List<ToHandOn>> messages = new ArrayList<>();
        List<ToHandOn> open = new ArrayList<>();
        for (ToHandOn notice : notices) {
            open.add(notice);
            if (words(open).length() > Telling.WORDS_LIMIT) {
                open.remove(open.size() - 1);
                messages.add(open);
                open = new ArrayList<>(List.of(notice));
            }
        }
        messages.add(open);
        return messages;
    }

    private static String subject(List<ToHandOn> notices) {
        long alerts = notices.stream().filter(NoticeTelling::isOfAlert).map(ToHandOn::alert).distinct().count();
        long files = notices.stream().filter(notice -> !isOfAlert(notice)).map(ToHandOn::alert).distinct().count();
        long highest = notices.stream().filter(notice -> notice.level() == HIGHEST_LEVEL).map(ToHandOn::alert).distinct().count();
        String wait = Stream.of(alerts == 0 ? "" : alerts == 1 ? "1 alert needs you" : alerts + " alerts need you", highest == 0 ? "" : highest + " at level " + HIGHEST_LEVEL,
                files == 0 ? "" : files == 1 ? "1 file could not be taken" : files + " files could not be taken").filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return "Early Help Hub, front door: " + wait;
    }

    private static String words(List<ToHandOn> notices) {
        String lines = notices.stream().map(notice -> (isOfAlert(notice) ? "Alert %s, level %d: %s".formatted(notice.alert(), notice.level(), notice.message())
                : "File %s: %s".formatted(notice.alert(), notice.message()))).collect(Collectors.joining("\n"));
        return lines + "\nLook at: /inbox";
    }

    private static boolean isOfAlert(ToHandOn notice) {
        return notice.level() > 0;
    }
}
