package org.earlyhelp.hub.cli.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.Role;

/**
 * Writes {@code people.csv} (who each mention truly is), {@code alleged.csv} (the same of alleged perpetrators),
 * {@code alerts.csv} (what should be raised), and for measuring the matcher {@code origins.csv} and {@code residents.csv}.
 */
final class TruthWriter implements Mentions, Closeable {
    private static final String MENTIONS = "agency,feed,source_ref,version,role,index,person,household\n";

    private final BufferedWriter people;
    private final BufferedWriter alleged;
    private final BufferedWriter alerts;
    private final BufferedWriter origins;
    private final BufferedWriter residents;
    private final LocalDate today;
    private long mentions;
    private int alertsRaised;

    /** All files are dropped on {@code today}, so that is when every alert is raised. */
    TruthWriter(Path folder, LocalDate today) throws IOException {
        Files.createDirectories(folder);
        this.today = today;
        this.people = begin(folder.resolve("people.csv"), MENTIONS);
        this.alleged = begin(folder.resolve("alleged.csv"), MENTIONS);
        this.origins = begin(folder.resolve("origins.csv"), "household,origin\n");
        this.residents = begin(folder.resolve("residents.csv"), "person,household,kind,born,birth_order\n");
        this.alerts = begin(folder.resolve("alerts.csv"), "household,queue,rule,level,raised_on\n");
    }

    @Override
    public void add(Feed feed, String sourceRef, int version, Role role, int index, Person person, Household household) throws IOException {
        (role == Role.ALLEGED_PERPETRATOR ? alleged : people).append(CsvLine.of(feed.agency(), feed.name(), sourceRef, Integer.toString(version), role.name(),
                Integer.toString(index), person.id(), household.idOf(person)));
        mentions++;
    }

    /** Takes down who lives there, mentioned or not. */
    void add(Household household) throws IOException {
        origins.append(CsvLine.of(household.id(), household.origin()));
        for (Household.Carer carer : household.carers()) {
            add(household, carer.person(), "CARER");
        }
        for (Household.Pupil child : household.children()) {
            add(household, child.person(), "CHILD");
        }
        for (Household.Carer carer : household.carersApart()) {
            origins.append(CsvLine.of(household.idOf(carer.person()), household.origin()));
            add(household, carer.person(), "CARER");
        }
    }

    /** Takes down somebody whom records of the household name and who does not live there. */
    void addOutsider(Household household, Person person) throws IOException {
        add(household, person, "OUTSIDE");
    }

    private void add(Household household, Person person, String kind) throws IOException {
        residents.append(CsvLine.of(person.id(), household.idOf(person), kind, person.born().toString(), Integer.toString(person.birthOrder())));
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
        for (BufferedWriter file : List.of(people, alleged, alerts, origins, residents)) {
            file.close();
        }
    }
}
