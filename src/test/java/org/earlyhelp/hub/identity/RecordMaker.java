package org.earlyhelp.hub.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.MissingFrom;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;

/** Makes records of the agencies of the sample borough, seen on 1 November 2026 when nothing else is said. */
public final class RecordMaker {
    final String agency;
    final String feed;
    final String sourceRef;
    final Fact fact;
    final Role subject;
    final List<Mention> mentions = new ArrayList<>();
    int version = 1;
    boolean urgent;
    Instant observedAt = Instant.parse("2026-11-01T09:00:00Z");

    private RecordMaker(String agency, String feed, String sourceRef, Role subject, Fact fact) {
        this.agency = agency;
        this.feed = feed;
        this.sourceRef = sourceRef;
        this.subject = subject;
        this.fact = fact;
    }

    public static RecordMaker school(String sourceRef) {
        return new RecordMaker("avonford-schools", "school-attendance", sourceRef, Role.PUPIL,
                new AttendanceDay("9994001", "999001", "7", LocalDate.of(2026, 11, 1), null, null));
    }

    public static RecordMaker health(String sourceRef) {
        return new RecordMaker("avonford-health", "health-visiting", sourceRef, Role.CHILD, new HealthFindings(List.of()));
    }

    public static RecordMaker missing(String sourceRef) {
        return missing(sourceRef, MissingFrom.HOME);
    }

    public static RecordMaker missing(String sourceRef, MissingFrom from) {
        return new RecordMaker("avonford-police", "missing-children", sourceRef, Role.CHILD, new MissingReport(MissingReport.Kind.INITIAL, "AVP",
                Instant.parse("2026-11-01T09:00:00Z"), null, from, MissingReport.RiskGrade.LOW, Set.of(), null, null)).urgent();
    }

    /** A notice of a child who came back the same evening. */
    public static RecordMaker missingAndBack(String sourceRef, String day) {
        return new RecordMaker("avonford-police", "missing-children", sourceRef, Role.CHILD, new MissingReport(MissingReport.Kind.RETURNED, "AVP",
                Instant.parse(day + "T09:00:00Z"), null, MissingFrom.HOME, MissingReport.RiskGrade.LOW, Set.of(), Instant.parse(day + "T20:00:00Z"), false)).urgent().on(day);
    }

    public static RecordMaker abuse(String sourceRef) {
        return new RecordMaker("safe-haven", "domestic-abuse", sourceRef, Role.CHILD, new DomesticAbuseReferral(DomesticAbuseReferral.Kind.INITIAL,
                DomesticAbuseReferral.Source.IDVA, Instant.parse("2026-11-01T09:00:00Z"), null, false, null, List.of(), null)).urgent();
    }

    /** With its time and how the victim may be reached. */
    public static RecordMaker abuse(String sourceRef, String occurredAt, DomesticAbuseReferral.SafeContact safe) {
        return new RecordMaker("avonford-police", "domestic-abuse", sourceRef, Role.CHILD, new DomesticAbuseReferral(DomesticAbuseReferral.Kind.INITIAL,
                DomesticAbuseReferral.Source.POLICE, Instant.parse(occurredAt), null, false, safe, List.of(), null)).urgent();
    }

    public RecordMaker on(String day) {
        observedAt = Instant.parse(day + "T09:00:00Z");
        return this;
    }

    public RecordMaker version(int number) {
        version = number;
        return this;
    }

    public RecordMaker urgent() {
        urgent = true;
        return this;
    }

    public RecordMaker about(PersonMaker person) {
        return add(subject, null, person);
    }

    public RecordMaker parent(Relationship relationship, PersonMaker person) {
        return add(Role.PARENT, relationship, person);
    }

    public RecordMaker contact(Relationship relationship, PersonMaker person) {
        return add(Role.CONTACT, relationship, person);
    }

    public RecordMaker victim(PersonMaker person) {
        return add(Role.VICTIM, null, person);
    }

    public RecordMaker alleged(PersonMaker person) {
        return add(Role.ALLEGED_PERPETRATOR, null, person);
    }

    public RecordMaker expecting(PersonMaker mother, PersonMaker unborn) {
        return add(Role.EXPECTANT_PARENT, Relationship.MOTHER, mother).add(Role.UNBORN, null, unborn);
    }

    private RecordMaker add(Role role, Relationship relationship, PersonMaker person) {
        int index = (int) mentions.stream().filter(it -> it.role() == role).count();
        mentions.add(new Mention(role, index, relationship, person.make()));
        return this;
    }
}
