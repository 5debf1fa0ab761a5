package org.earlyhelp.hub.need.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.engine.FamilyFacts.Kin;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Role;

/** What agencies reported of one member, register marks apart; each kind is put together once, when first asked for. Not thread-safe. */
final class CaseHistory {
    private final Member person;
    private final List<Kin> kinship;
    private final List<SourceCase> cases;
    private List<Episode> episodes;
    private List<AbuseEvent> abuse;
    private HealthHistory health;

    CaseHistory(Member person, List<Kin> kinship, List<SourceCase> cases) {
        this.person = person;
        this.kinship = kinship;
        this.cases = cases;
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
        if (episodes == null) {
            episodes = about(MissingReport.class).filter(CaseHistory::isDated).map(Episode::of)
                    .filter(episode -> !episode.cancelled() && person.isChildOn(episode.on())).toList();
        }
        return episodes;
    }

    /** Open or closed concerns about the person. */
    List<SourceCase> concerns() {
        return about(Concern.class).toList();
    }

    /** Open or closed work of services with the person. */
    List<SourceCase> involvements() {
        return about(Involvement.class).toList();
    }

    /** What health messages observed of the person. */
    HealthHistory health() {
        if (health == null) {
            health = HealthHistory.of(about(HealthFindings.class).map(SourceCase::highest).toList());
        }
        return health;
    }

    /** Domestic-abuse referrals that concern the child, cancelled ones left out. */
    List<AbuseEvent> abuse() {
        if (abuse == null) {
            abuse = referrals();
        }
        return abuse;
    }

    private List<AbuseEvent> referrals() {
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
        List<Kin> victims = parentsAs(Role.VICTIM, record);
        List<Kin> alleged = parentsAs(Role.ALLEGED_PERPETRATOR, record);
        if (victims.isEmpty() && alleged.isEmpty()) {
            return Optional.empty();
        }
        if (!victims.isEmpty() && !alleged.isEmpty() && victims.stream().noneMatch(Kin::resident)) {
            return Optional.of(AbuseEvent.Tie.BY_HOUSEHOLD);
        }
        return Optional.of(victims.isEmpty() ? AbuseEvent.Tie.BY_ALLEGED : AbuseEvent.Tie.BY_VICTIM);
    }

    /** The child's parents or carers whom the record names in that role, where both the naming and the kinship are sure. */
    private List<Kin> parentsAs(Role role, HeldRecord record) {
        return kinship.stream().filter(kin -> kin.child() == person.id() && kin.certain())
                .filter(kin -> record.mentions().stream()
                        .anyMatch(mention -> mention.role() == role && mention.person() == kin.adult() && mention.isSure()))
                .toList();
    }

    private static boolean namesAnyone(HeldRecord record) {
        return record.mentions().stream().anyMatch(mention -> mention.role().isSubject());
    }
}
