package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Role;

/** The facts of a family as they concern one living member. */
final class PersonHistory {
    private final Member person;
    private final FamilyFacts facts;
    private final List<SourceCase> cases;

    private PersonHistory(Member person, FamilyFacts facts, List<SourceCase> cases) {
        this.person = person;
        this.facts = facts;
        this.cases = cases;
    }

    /** One history for each member who has not died. */
    static List<PersonHistory> of(FamilyFacts facts) {
        List<SourceCase> cases = SourceCase.of(facts.records());
        return facts.members().stream().filter(member -> !member.deceased())
                .map(member -> new PersonHistory(member, facts, cases)).toList();
    }

    Member person() {
        return person;
    }

    /** Whether a report or referral that concerns the person has no date, so that nothing can be reckoned from it. */
    boolean hasUndated(Class<? extends Fact> kind) {
        return cases.stream().filter(source -> kind.isInstance(source.highest().fact())).filter(source -> !isDated(source))
                .anyMatch(source -> source.isAbout(person.id()) || tie(source.highest()).isPresent());
    }

    private static boolean isDated(SourceCase source) {
        if (source.highest().fact() instanceof MissingReport) {
            return ((MissingReport) source.lowest().fact()).reportedAt() != null;
        }
        return !(source.highest().fact() instanceof DomesticAbuseReferral referral) || referral.occurredAt() != null;
    }

    /** Missing episodes that were not cancelled, of a time when the person was a child. */
    List<Episode> episodes() {
        return about(MissingReport.class).filter(PersonHistory::isDated).map(Episode::of)
                .filter(episode -> !episode.cancelled() && person.isChildOn(episode.on())).toList();
    }

    /** Open or closed concerns about the person. */
    List<SourceCase> concerns() {
        return about(Concern.class).toList();
    }

    List<SourceCase> involvements() {
        return about(Involvement.class).toList();
    }

    HealthHistory health() {
        return HealthHistory.of(about(HealthFindings.class).flatMap(source -> source.versions().stream().skip(source.versions().size() - 1L)).toList());
    }

    /** The child's sessions from the day on, while under 18. */
    SessionMarks sessions(LocalDate since) {
        Map<Long, HeldRecord> pupil = facts.records().stream().filter(record -> record.isAbout(person.id()))
                .collect(Collectors.toMap(HeldRecord::id, Function.identity()));
        Predicate<LocalDate> counted = day -> !day.isBefore(since) && person.isChildOn(day);
        return SessionMarks.of(facts.attendance().stream().filter(month -> pupil.containsKey(month.record()))
                .map(month -> new SessionMarks.Register(pupil.get(month.record()), month)).toList(), counted);
    }

    /** Domestic-abuse referrals that concern the child, cancelled ones left out. */
    List<AbuseEvent> abuse() {
        List<AbuseEvent> events = new ArrayList<>();
        for (SourceCase source : cases) {
            if (source.highest().fact() instanceof DomesticAbuseReferral referral && referral.kind() != DomesticAbuseReferral.Kind.CANCELLED && isDated(source)) {
                tie(source.highest()).map(tie -> new AbuseEvent(source, tie, namesAnyone(source.highest())))
                        .filter(event -> person.isChildOn(event.on())).ifPresent(events::add);
            }
        }
        return events;
    }

    private Stream<SourceCase> about(Class<? extends Fact> kind) {
        return cases.stream().filter(source -> kind.isInstance(source.highest().fact()) && source.isAbout(person.id()));
    }

    private Optional<AbuseEvent.Tie> tie(HeldRecord record) {
        if (record.isAbout(person.id())) {
            return Optional.of(AbuseEvent.Tie.NAMED);
        }
        List<FamilyFacts.Kin> victims = parentsAs(Role.VICTIM, record);
        List<FamilyFacts.Kin> alleged = parentsAs(Role.ALLEGED_PERPETRATOR, record);
        if (victims.isEmpty() && alleged.isEmpty()) {
            return Optional.empty();
        }
        if (!victims.isEmpty() && !alleged.isEmpty() && victims.stream().noneMatch(FamilyFacts.Kin::resident)) {
            return Optional.of(AbuseEvent.Tie.BY_HOUSEHOLD);
        }
        return Optional.of(victims.isEmpty() ? AbuseEvent.Tie.BY_ALLEGED : AbuseEvent.Tie.BY_VICTIM);
    }

    /** The child's parents or carers whom the record names in that role, where both the naming and the kinship are sure. */
    private List<FamilyFacts.Kin> parentsAs(Role role, HeldRecord record) {
        return facts.kinship().stream().filter(kin -> kin.child() == person.id() && kin.certain())
                .filter(kin -> record.mentions().stream()
                        .anyMatch(mention -> mention.role() == role && mention.person() == kin.adult() && mention.isSure()))
                .toList();
    }

    private static boolean namesAnyone(HeldRecord record) {
        return record.mentions().stream().anyMatch(mention -> mention.role().isSubject());
    }
}
