package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.SampleFolder;
import org.earlyhelp.hub.embedded.storage.Arrivals;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.kernel.StartFailure;

/** The made-up borough's day: all its files dropped, waited for, and what came of them. */
final class SampleDay {
    /** From the last file dropped to nothing left to do; past it the demonstration has failed. */
    static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final int FILES_A_LINE = 10;
    private final RunningHub hub;
    private final PrintWriter out;
    private final WorkLeft work;
    private long before;
    private int total;
    private int sent;

    SampleDay(RunningHub hub, PrintWriter out) {
        this.hub = hub;
        this.out = out;
        this.work = hub.bean(WorkLeft.class);
    }

    /** Drops the files, waits until all are dealt with, and prints what arrived and what to look at next. */
    void play() {
        List<List<SampleFolder.Sample>> chapters = SampleFolder.of(hub.settings().home()).chapters();
        total = chapters.stream().mapToInt(List::size).sum();
        before = work.lastDelivery();
        say("");
        say("Dropping " + total + " sample files over SFTP, each as the agency that would send it.");
        DemoAccounts accounts = hub.accounts().orElseThrow();
        try (SampleDrop drop = new SampleDrop(accounts, hub.settings().bind(), hub.endpoints().sftp())) {
            for (List<SampleFolder.Sample> chapter : chapters) {
                chapter.forEach(sample -> send(drop, sample));
                awaitAnswers();
            }
        }
        printSummary();
    }

    private void send(SampleDrop drop, SampleFolder.Sample sample) {
        drop.send(sample);
        sent++;
        if (sent % FILES_A_LINE == 0 || sent == total) {
            say("  sent " + sent + " of " + total);
        }
    }

    /** Waits until the hub has dealt with all that was sent so far. */
    private void awaitAnswers() {
        long end = System.nanoTime() + LIMIT.toNanos();
        long shown = -1;
        WorkLeft.Counts counts = work.after(before);
        while (!counts.isDone(sent)) {
            if (System.nanoTime() > end) {
                throw new StartFailure("Not all sample files were dealt with in " + LIMIT.toMinutes() + " minutes: " + counts.decided() + " of " + total
                        + " answered, " + counts.records() + " records, " + counts.families() + " families and " + counts.messages() + " messages waiting.");
            }
            if (counts.decided() / FILES_A_LINE != shown) {
                shown = counts.decided() / FILES_A_LINE;
                say("  answered " + counts.decided() + " of " + total);
            }
            pause();
            counts = work.after(before);
        }
        say("  answered " + counts.decided() + " of " + total + ", nothing left to do.");
    }

    private void printSummary() {
        Arrivals arrivals = hub.bean(Arrivals.class);
        say("");
        say("What arrived (receipts by feed):");
        say("  %-20s %-20s %-10s %5s %9s %9s %9s".formatted("agency", "feed", "receipt", "files", "accepted", "unchanged", "rejected"));
        for (Arrivals.Answered row : arrivals.answeredAfter(before)) {
            say("  %-20s %-20s %-10s %5d %9d %9d %9d".formatted(row.agency(), row.feed(), row.stage(), row.files(), row.accepted(), row.unchanged(), row.rejected()));
        }
        say("  Some samples are wrong on purpose: a receipt says what, and where.");
        say("");
        say("What was raised for the front door:");
        hub.bean(AlertDirectory.class).counts()
                .forEach(count -> say("  %-28s %-13s %5d".formatted(count.queue().queueName(), count.status(), count.alerts())));
        say("");
        String pages = "http://" + hub.settings().bind() + ":" + hub.endpoints().http();
        say("What to look at next:");
        say("  " + pages + "/inbox     as front-door: the alerts, most urgent first, each with its reasons");
        say("  " + pages + "/reviews   as steward: doubtful matches that wait for a person");
        say("  " + pages + "/feeds     as operator: what each agency has sent");
        say("  sftp -P " + hub.endpoints().sftp() + " -i " + hub.accounts().orElseThrow().privateKey("avonford-police")
                + " avonford-police@" + hub.settings().bind() + "   then: ls receipts");
        say("");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while the samples were being dealt with.", e);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
