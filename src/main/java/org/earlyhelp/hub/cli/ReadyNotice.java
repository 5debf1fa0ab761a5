package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.folder.Endpoints;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.kernel.London;

/** What the hub prints when it is ready: where it can be reached and, in a demonstration, as whom. */
final class ReadyNotice {
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);
    private final RunningHub hub;
    private final PrintWriter out;

    ReadyNotice(RunningHub hub, PrintWriter out) {
        this.hub = hub;
        this.out = out;
    }

    void print() {
        StartSettings settings = hub.settings();
        Endpoints endpoints = hub.endpoints();
        String scheme = settings.certificate().isPresent() ? "https" : "http";
        out.println("The hub is ready.");
        out.println("  Pages     " + scheme + "://" + settings.bind() + ":" + endpoints.http() + "/");
        out.println("  SFTP      " + settings.sftp().map(foreign -> "pulled from " + foreign.host() + " (HUB_SFTP_HOST)")
                .orElseGet(() -> settings.bind() + " port " + endpoints.sftp()));
        if (settings.broker().isEmpty()) {
            out.println("  Queues    tcp://127.0.0.1:" + endpoints.broker());
        }
        out.println("  Data      " + settings.hub().dataDir() + "   (log: logs/hub.log)");
        out.println("  Clock     " + SPOKEN.format(ZonedDateTime.ofInstant(hub.clock().now(), London.ZONE)) + clockNote());
        hub.accounts().ifPresent(this::printAccounts);
        out.flush();
    }

    private String clockNote() {
        boolean moved = !hub.isOnRealTime();
        return moved ? " (the samples' Monday, ticking on from there)" : "";
    }

    private void printAccounts(DemoAccounts accounts) {
        out.println("  Accounts of this demonstration, made up here:");
        for (String name : DemoAccounts.NAMES) {
            out.printf("    %-12s %s%s%n", name, accounts.password(name), name.equals(DemoAccounts.CASE_SYSTEM) ? "   (queues only)" : "");
        }
        if (hub.settings().sftp().isEmpty()) {
            out.println("    Agencies sign in to SFTP with the keys in demo/keys of the data folder.");
        }
    }
}
