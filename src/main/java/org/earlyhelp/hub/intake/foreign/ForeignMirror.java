package org.earlyhelp.hub.intake.foreign;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an SFTP server of somebody else look like the embedded one: a few threads go round the agencies, take what is
 * complete into the lanes and bring answers back. An agency whose account fails waits longer and longer, up to a minute,
 * and holds up no other. Thread-safe.
 */
public final class ForeignMirror implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ForeignMirror.class);
    private final ForeignServer server;
    private final Supplier<List<SftpAccount>> agencies;
    private final List<AgencyMirror> mirrors;
    private final ForeignAccounts accounts;
    private final OperatorAlarms alarms;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "foreign-sftp");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param agencies the agencies with an agreement and their feeds, asked again each turn; an account without one takes nothing
     * @param news     hears {@code UploadClosed} and {@code UploadUnfit}
     */
    public ForeignMirror(String host, ForeignAccounts accounts, Supplier<List<SftpAccount>> agencies, SftpFolders folders, HubClock clock,
                         OperatorAlarms alarms, Consumer<Object> news) {
        this.server = new ForeignServer(host, accounts);
        this.accounts = accounts;
        this.agencies = agencies;
        this.alarms = alarms;
        this.mirrors = accounts.accounts().stream().map(account -> mirror(account, folders, clock, news)).toList();
    }

    /** Begins the rounds; a server that does not answer yet is waited for. */
    public void start() {
        server.start();
        tellOfAgenciesWithoutAccount();
        ForeignAlarms.endAllBut(accounts.accounts().stream().map(ForeignAccount::agency).toList(), alarms);
        mirrors.forEach(mirror -> schedule(mirror, Duration.ZERO));
    }

    /** For a hub without a server of somebody else: ends what was told of one that it had. */
    public static void endAlarms(OperatorAlarms alarms) {
        ForeignAlarms.endAllBut(List.of(), alarms);
    }

    /** Ends the rounds. What is half copied is copied again by the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
        server.close();
        try {
            threads.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AgencyMirror mirror(ForeignAccount account, SftpFolders folders, HubClock clock, Consumer<Object> news) {
        ForeignHome home = new ForeignHome(server, account);
        String agency = account.agency();
        return new AgencyMirror(agency, home, new ForeignInbox(agency, home, folders, accounts.unchanged(), clock, news),
                new ForeignAnswers(agency, home, folders), () -> feedsOf(agency), new ForeignAlarms(alarms, clock, agency), accounts.poll());
    }

    private List<String> feedsOf(String agency) {
        return agencies.get().stream().filter(known -> known.agency().equals(agency)).flatMap(known -> known.feeds().stream()).toList();
    }

    private void schedule(AgencyMirror mirror, Duration delay) {
        try {
            threads.schedule(() -> turn(mirror), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            mirror.close();
        }
    }

    private void turn(AgencyMirror mirror) {
        Duration next = AgencyMirror.LAST_RETRY;
        try {
            next = mirror.run();
        } finally {
            schedule(mirror, next);
        }
    }

    private void tellOfAgenciesWithoutAccount() {
        List<String> named = accounts.accounts().stream().map(ForeignAccount::agency).toList();
        List<String> agreed = agencies.get().stream().map(SftpAccount::agency).toList();
        agreed.stream().filter(agency -> !named.contains(agency)).forEach(agency -> LOG.info("{} has an agreement and no account in HUB_SFTP_ACCOUNTS: nothing is taken from it", agency));
        named.stream().filter(agency -> !agreed.contains(agency)).forEach(agency -> LOG.warn("{} has an account in HUB_SFTP_ACCOUNTS and no agreement: nothing is taken from it", agency));
    }
}
