package org.earlyhelp.hub.cli.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.earlyhelp.hub.person.Role;

/** Writes {@code people.csv} (who each mention truly is) and {@code alerts.csv} (what should be raised). */
final class TruthWriter implements Mentions, Closeable {
    private final BufferedWriter people;
    private final BufferedWriter alerts;
    private final LocalDate today;
    private long mentions;
    private int alertsRaised;

    /** All files are dropped on {@code today}, so that is when every alert is raised. */
    TruthWriter(Path folder, LocalDate today) throws IOException {
        Files.createDirectories(folder);
        this.today = today;
        this.people = begin(folder.resolve("people.csv"), "agency,feed,source_ref,version,role,index,person,household\n");
        this.alerts = begin(folder.resolve("alerts.csv"), "household,queue,rule,level,raised_on\n");
    }

    @Override
    public void add(Feed feed, String sourceRef, int version, Role role, int index, Person person, Household household) throws IOException {
        people.append(CsvLine.of(feed.agency(), feed.name(), sourceRef, Integer.toString(version), role.name(), Integer.toString(index), person.id(), household.id()));
        mentions++;
    }

    void add(Household household, TrueAlert alert) throws IOException {
        alerts.append(CsvLine.of(household.id(), alert.queue(), alert.rule(), Integer.toString(alert.level()), today.toString()));
        alertsRaised++;
    }

    long mentions() {
        return mentions;
    }

    int alertsRaised() {
        return alertsRaised;
    }

    private static BufferedWriter begin(Path file, String header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.append(header);
        return writer;
    }

    @Override
    public void close() throws IOException {
        people.close();
        alerts.close();
    }
}
