package org.earlyhelp.hub.intake.foreign;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.intake.alarm.LastingAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator is told of one agency's account on the foreign server. Thread-safe. */
final class ForeignAlarms {
    /** A server that starts again is away for less. */
    static final Duration AWAY_LIMIT = Duration.ofMinutes(10);
    /** By some feeds a child in danger is heard of. */
    static final Duration AWAY_LIMIT_OF_HARM = Duration.ofMinutes(1);
    /** A file that its sender is just moving is refused for less, and a folder that is just being changed is away for less. */
    static final Duration REFUSED_LIMIT = Duration.ofMinutes(5);
    static final String AWAY = "sftp-server-away";
    static final String LEFT = "sftp-file-left";
    static final String UNANSWERED = "sftp-answers-refused";
    static final String NO_FOLDER = "sftp-folder-missing";
    private static final List<String> KINDS = List.of(AWAY, LEFT, UNANSWERED, NO_FOLDER);
    private static final Logger LOG = LoggerFactory.getLogger(ForeignAlarms.class);
    private final String agency;
    private final LastingAlarm away;
    private final LastingAlarm left;
    private final LastingAlarm unanswered;
    private final LastingAlarm noFolder;

    ForeignAlarms(OperatorAlarms alarms, HubClock clock, String agency) {
        this.agency = agency;
        this.away = alarm(alarms, clock, AWAY);
        this.left = alarm(alarms, clock, LEFT);
        this.unanswered = alarm(alarms, clock, UNANSWERED);
        this.noFolder = alarm(alarms, clock, NO_FOLDER);
    }

    private LastingAlarm alarm(OperatorAlarms alarms, HubClock clock, String kind) {
        return new LastingAlarm(alarms, clock, key(kind, agency), kind, "/feeds");
    }

    /** Nothing could be exchanged, for that reason. */
    void failed(Collection<String> feeds, String reason) {
        boolean harm = feeds.stream().anyMatch(Agreement.FEEDS_OF_HARM::contains);
        away.amiss(harm ? AWAY_LIMIT_OF_HARM : AWAY_LIMIT, "Nothing can be exchanged with the SFTP server for " + agency + " (" + reason
                + "): none of its files comes, and it gets no answers. Nothing is lost, and it is tried again every minute." + (harm ? " Ring the agency: notices of children in danger may wait there." : ""));
    }

    /** The server answered, and refused so many answers. */
    void pushed(int answersRefused) {
        tell(unanswered, answersRefused > 0, answersRefused + " receipts or other answers to " + agency + " are refused by the SFTP server: it is not told what became of its files. "
                + "They are tried again. The hub's account there must write receipts/, out/ and help/.");
    }

    /** Everything could be exchanged but so many files, which stay there, and what would come by folders that are not there. */
    void pulled(int filesLeft, Collection<String> foldersMissing) {
        away.well();
        tell(left, filesLeft > 0, filesLeft + (filesLeft == 1 ? " file" : " files") + " of " + agency + " cannot be taken from the SFTP server, or not removed there: a name or size that is not taken"
                + " (the receipt says which), or a right that is missing. The others come as ever.");
        tell(noFolder, !foldersMissing.isEmpty(), "The SFTP server has no folder in/" + String.join(" and in/", foldersMissing) + " for " + agency + ": nothing can come by it. Ring the agency where notices of harm may wait.");
    }

    private static void tell(LastingAlarm alarm, boolean amiss, String words) {
        if (amiss) {
            alarm.amiss(REFUSED_LIMIT, words);
        } else {
            alarm.well();
        }
    }

    /** Ends the alarms of agencies that have no account there any more; tried again with the next start when it cannot be. */
    static void endAllBut(Collection<String> agencies, OperatorAlarms alarms) {
        try {
            List<String> known = agencies.stream().flatMap(agency -> KINDS.stream().map(kind -> key(kind, agency))).toList();
            alarms.open(KINDS).stream().map(OperatorAlarm::key).filter(key -> !known.contains(key)).forEach(alarms::clear);
        } catch (RuntimeException e) {
            LOG.warn("alarms of a foreign SFTP server cannot be looked at just now ({})", e.getClass().getSimpleName());
        }
    }

    private static String key(String kind, String agency) {
        return kind + " " + agency;
    }
}
