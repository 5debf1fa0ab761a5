package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agency's turn at the foreign server, and when the next one is due. Used by one thread at a time. */
final class AgencyMirror {
    static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    static final Duration LAST_RETRY = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(AgencyMirror.class);
    private final String agency;
    private final ForeignHome home;
    private final ForeignInbox inbox;
    private final ForeignAnswers answers;
    private final Supplier<List<String>> feeds;
    private final ForeignAlarms alarms;
    private final Duration poll;
    private Duration retry = FIRST_RETRY;
    private boolean failing;

    AgencyMirror(String agency, ForeignHome home, ForeignInbox inbox, ForeignAnswers answers, Supplier<List<String>> feeds, ForeignAlarms alarms, Duration poll) {
        this.agency = agency;
        this.home = home;
        this.inbox = inbox;
        this.answers = answers;
        this.feeds = feeds;
        this.alarms = alarms;
        this.poll = poll;
    }

    /** Sends and takes what there is now; returns how long to wait. Never throws for what the server does. */
    Duration run() {
        try {
            alarms.pushed(answers.push());
            alarms.pulled(inbox.pull(feeds.get()), inbox.missingFeeds());
            succeeded();
            return poll;
        } catch (IOException | RuntimeException e) {
            return failed(e);
        }
    }

    void close() {
        try {
            home.close();
        } catch (IOException e) {
            LOG.debug("{}: the session on the foreign server did not end cleanly", agency);
        }
    }

    private void succeeded() {
        if (failing) {
            LOG.info("{}: the foreign SFTP server works again", agency);
        }
        failing = false;
        retry = FIRST_RETRY;
    }

    private Duration failed(Exception e) {
        close();
        if (!failing && !Thread.currentThread().isInterrupted()) {
            LOG.warn("{}: nothing can be exchanged with the foreign SFTP server ({}); nothing is lost, it is tried again until it works", agency, reason(e));
        }
        failing = true;
        if (!Thread.currentThread().isInterrupted()) {
            alarms.failed(feeds.get(), reason(e));
        }
        Duration now = retry;
        retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
        return now;
    }

    /** The kind of failure only: a server's own words may hold file names. */
    private static String reason(Exception e) {
        if (e instanceof SshException ssh && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE) {
            return "it shows a host key that is not in hostKeys of HUB_SFTP_ACCOUNTS";
        }
        return e instanceof SshException ssh && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                ? "it does not let the hub's account in" : rootOf(e).getClass().getSimpleName();
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }
}
