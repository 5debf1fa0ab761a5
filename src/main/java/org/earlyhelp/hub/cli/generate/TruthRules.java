package org.earlyhelp.hub.cli.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.cli.generate.Life.Attendance;
import org.earlyhelp.hub.cli.generate.Life.Contact;
import org.earlyhelp.hub.cli.generate.Life.Episode;
import org.earlyhelp.hub.cli.generate.Life.Incident;
import org.earlyhelp.hub.cli.generate.Life.Observation;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.HealthFindings.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;

/**
 * The default rules read a second time, as simply as can be and from the lives alone, so that the hub's engine has
 * something to be compared with. Shares no code with the engine, on purpose: keep it so.
 */
final class TruthRules {
    private static final Set<RiskFlag> EXPLOITATION = EnumSet.of(RiskFlag.CSE, RiskFlag.CCE, RiskFlag.NRM);
    private static final Set<AttendanceCode> UNAUTHORISED = EnumSet.of(AttendanceCode.HOLIDAY_NOT_GRANTED, AttendanceCode.NO_REASON_YET,
            AttendanceCode.OTHER_UNAUTHORISED, AttendanceCode.LATE_AFTER_CLOSE);

    private final LocalDate today;

    TruthRules(LocalDate today) {
        this.today = today;
    }

    Optional<TrueAlert> alertFor(Household household, Life life) {
        Findings found = new Findings();
        life.episodes().forEach(episode -> look(episode, found));
        life.incidents().forEach(incident -> look(incident, found));
        life.attendance().forEach(attendance -> look(attendance, found));
        lookAtHealth(household, life, found);
        found.harm |= life.cases().stream().anyMatch(open -> open.level() == 4 && (open.closed() == null || open.closed().isAfter(today)));
        return found.alert();
    }

    private void look(Episode episode, Findings found) {
        boolean high = episode.grade() == RiskGrade.HIGH && (episode.returnedAt() == null || within(7, episode.returnedAt()));
        boolean harmed = episode.harmed() && within(30, episode.returnedAt());
        found.harm |= high || harmed || episode.returnedAt() == null;
        found.addIf(within(90, episode.reportedAt()), "missing", "police", true);
        found.addIf(within(180, episode.reportedAt()) && episode.isFlagged(EXPLOITATION), "exploitation", "police", true);
        found.addIf(within(180, episode.reportedAt()) && episode.isFlagged(Set.of(RiskFlag.SELF_HARM)), "mental health", "police", false);
        found.addIf(within(365, episode.reportedAt()) && episode.isFlagged(Set.of(RiskFlag.DOMESTIC_ABUSE)), "domestic abuse", "police", true);
    }

    private void look(Incident incident, Findings found) {
        found.harm |= within(30, incident.occurredAt()) && (incident.grade() == Grade.HIGH || incident.marac());
        found.addIf(within(365, incident.occurredAt()), "domestic abuse", incident.byPolice() ? "police" : "service", true);
    }

    private void look(Attendance attendance, Findings found) {
        int possible = (int) attendance.marks().stream().filter(mark -> mark.session().isPossible()).count();
        int missed = (int) attendance.marks().stream().filter(mark -> mark.session().isMissed()).count();
        LocalDate since = SchoolDays.startOfWeeks(today, 10);
        int unauthorised = 0;
        for (int mark = 0; mark < attendance.marks().size(); mark++) {
            boolean recent = !attendance.days().get(mark / 2).isBefore(since);
            unauthorised += recent && UNAUTHORISED.contains(attendance.marks().get(mark)) ? 1 : 0;
        }
        boolean persistent = possible >= 40 && 10 * missed >= possible;
        found.addIf(persistent, "school", "schools", 2 * missed >= possible);
        found.addIf(unauthorised >= 10, "school", "schools", false);
    }

    private void lookAtHealth(Household household, Life life, Findings found) {
        for (int child = 0; child < household.children().size(); child++) {
            Map<String, Observation> newest = new HashMap<>();
            for (Contact contact : life.contacts()) {
                if (contact.child() == child) {
                    contact.observations().forEach(seen -> newest.put(seen.code(), seen));
                }
            }
            newest.values().forEach(seen -> look(seen, found));
        }
    }

    /** The newest observation of its code: messages of one child come in the order of their dates. */
    private void look(Observation seen, Findings found) {
        boolean recent = !seen.on().isBefore(today.minusDays(365));
        found.addIf(seen.kind() == Kind.REVIEW && recent && seen.value().equals("NOT_BROUGHT"), "early years", "health", false);
        found.addIf(seen.kind() == Kind.ASQ3 && recent && seen.belowCutOff(), "development", "health", false);
        found.addIf(seen.kind() == Kind.CODE && seen.value().equals("Y"), "safeguarding", "health", true);
    }

    private boolean within(int days, Instant at) {
        return !London.dateOf(at).isBefore(today.minusDays(days));
    }

    /** What holds for one household. */
    private static final class Findings {
        private final Map<String, Set<String>> agenciesByGroup = new HashMap<>();
        private boolean standsAlone;
        private boolean harm;

        void addIf(boolean holds, String group, String agency, boolean alone) {
            if (holds) {
                agenciesByGroup.computeIfAbsent(group, name -> new HashSet<>()).add(agency);
                standsAlone |= alone;
            }
        }

        Optional<TrueAlert> alert() {
            if (harm) {
                return Optional.of(new TrueAlert("frontdoor.first-contact", "first-contact", 4));
            }
            if (agenciesByGroup.size() >= 3) {
                return Optional.of(new TrueAlert("frontdoor.early-help", "level-3-multiple-needs", 3));
            }
            if (twoAgencies()) {
                return Optional.of(new TrueAlert("frontdoor.early-help", "two-agencies", 2));
            }
            return standsAlone ? Optional.of(new TrueAlert("frontdoor.early-help", "stands-alone", 2)) : Optional.empty();
        }

        /** Two groups, and between them more than one agency: then some two of different agencies can be picked. */
        private boolean twoAgencies() {
            Set<String> agencies = new HashSet<>();
            agenciesByGroup.values().forEach(agencies::addAll);
            return agenciesByGroup.size() >= 2 && agencies.size() >= 2;
        }
    }
}
