package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.FamilyStory.Involved;
import org.earlyhelp.hub.need.FamilyStory.SafeContact;
import org.earlyhelp.hub.need.FamilyStory.Story;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.need.StoryEvent.Kind;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Role;

/** Tells a family's facts in the order they happened. Pure; says nothing of who is alleged or who was harmed. */
public final class StoryTeller {
    private final FamilyFacts facts;
    private final Map<String, String> concerns;
    private final LocalDate today;

    private StoryTeller(FamilyFacts facts, Map<String, String> concerns, LocalDate today) {
        this.facts = facts;
        this.concerns = concerns;
        this.today = today;
    }

    /** The story; {@code concerns} are the titles of concern codes. */
    public static Story tell(FamilyFacts facts, Map<String, String> concerns, LocalDate today) {
        return new StoryTeller(facts, concerns, today).story();
    }

    private Story story() {
        List<StoryEvent> events = new ArrayList<>();
        List<Involved> involved = new ArrayList<>();
        for (PersonHistory history : PersonHistory.of(facts)) {
            history.episodes().forEach(episode -> addEpisode(events, history, episode));
            history.abuse().forEach(event -> events.add(abuse(history.person(), event)));
            history.concerns().forEach(source -> events.add(concern(history.person(), source)));
            history.involvements().forEach(source -> involved.add(involved(history.person(), source)));
            events.addAll(HealthStory.of(history));
            events.addAll(SchoolStory.of(history, today));
        }
        List<HeldRecord> harming = harming();
        harming.stream().flatMap(record -> membersHarmed(record).map(member -> harmed(member, record))).forEach(events::add);
        events.addAll(involved.stream().flatMap(StoryTeller::turns).toList());
        events.sort(Comparator.comparing(StoryEvent::on).thenComparing(event -> event.at() == null ? event.on().atStartOfDay().toInstant(ZoneOffset.UTC) : event.at())
                .thenComparing(StoryEvent::evidence).reversed());
        boolean abuse = events.stream().anyMatch(event -> event.kind() == Kind.DOMESTIC_ABUSE);
        return new Story(events, sorted(involved), contacts(harming), abuse);
    }

    private static void addEpisode(List<StoryEvent> events, PersonHistory history, Episode episode) {
        HeldRecord record = episode.source().highest();
        MissingReport first = (MissingReport) episode.source().lowest().fact();
        String from = first.missingFrom() == null || first.missingFrom() == MissingReport.MissingFrom.OTHER ? "" : " from " + words(first.missingFrom());
        String grade = episode.grade() == null ? "" : ", graded " + words(episode.grade()) + " by the police";
        events.add(new StoryEvent(episode.on(), episode.reportedAt(), Kind.MISSING, history.person().ref(), record.agency(), "Reported missing" + from + grade, false,
                record.evidence()));
        if (episode.returnedAt() != null) {
            String harm = episode.harmSuffered() ? "Returned, and had come to harm" : "Returned";
            events.add(new StoryEvent(London.dateOf(episode.returnedAt()), episode.returnedAt(), Kind.RETURN, history.person().ref(), record.agency(), harm,
                    !episode.harmSuffered(), record.evidence()));
        }
    }

    private static StoryEvent abuse(Member child, AbuseEvent event) {
        return new StoryEvent(event.on(), event.at(), Kind.DOMESTIC_ABUSE, child.ref(), event.source().highest().agency(), referred(event.referral()), false,
                event.source().highest().evidence());
    }

    private static StoryEvent harmed(Member member, HeldRecord record) {
        DomesticAbuseReferral referral = (DomesticAbuseReferral) record.fact();
        return new StoryEvent(London.dateOf(referral.occurredAt()), referral.occurredAt(), Kind.DOMESTIC_ABUSE, member.ref(), record.agency(), referred(referral), false,
                record.evidence());
    }

    private static String referred(DomesticAbuseReferral referral) {
        String grade = referral.tool() == null || referral.tool().grade() == null ? "" : ", graded " + words(referral.tool().grade()) + " by the sender";
        return "A domestic-abuse referral concerns them" + grade + (referral.maracReferred() ? ", and has gone to MARAC" : "");
    }

    private StoryEvent concern(Member person, SourceCase source) {
        Concern concern = (Concern) source.highest().fact();
        boolean ended = concern.status() == Concern.Status.CLOSED;
        String title = concerns.getOrDefault(concern.code(), "A concern");
        return new StoryEvent(concern.date(), null, Kind.CONCERN, person.ref(), source.highest().agency(), ended ? "Ended: " + title : title, ended,
                source.highest().evidence());
    }

    private static Involved involved(Member person, SourceCase source) {
        Involvement fact = (Involvement) source.highest().fact();
        return new Involved(person.ref(), fact.service(), fact.level(), fact.leadWorker(), fact.leadWorkerContact(), fact.opened(), fact.closed(),
                source.highest().agency(), source.highest().evidence());
    }

    private static Stream<StoryEvent> turns(Involved one) {
        Stream<StoryEvent> opened = Stream.ofNullable(one.opened()).map(day -> turn(one, day, "Work began: " + one.service(), false));
        Stream<StoryEvent> closed = Stream.ofNullable(one.closed()).map(day -> turn(one, day, "Work ended: " + one.service(), true));
        return Stream.concat(opened, closed);
    }

    private static StoryEvent turn(Involved one, LocalDate day, String what, boolean good) {
        return new StoryEvent(day, null, Kind.INVOLVEMENT, one.person(), one.agency(), what, good, one.evidence());
    }

    private List<Involved> sorted(List<Involved> involved) {
        Comparator<LocalDate> newest = Comparator.nullsLast(Comparator.reverseOrder());
        return involved.stream().sorted(Comparator.<Involved, Boolean>comparing(one -> one.closed() != null && !one.closed().isAfter(today))
                .thenComparing(Involved::opened, newest)).toList();
    }

    /** Newest versions of referrals, not cancelled, whose victim is surely a member. */
    private List<HeldRecord> harming() {
        return SourceCase.of(facts.records()).stream().map(SourceCase::highest)
                .filter(record -> record.fact() instanceof DomesticAbuseReferral referral && referral.kind() != DomesticAbuseReferral.Kind.CANCELLED)
                .filter(record -> membersHarmed(record).findAny().isPresent()).toList();
    }

    private Stream<Member> membersHarmed(HeldRecord record) {
        return facts.members().stream().filter(member -> record.mentions().stream()
                .anyMatch(mention -> mention.role() == Role.VICTIM && mention.person() == member.id() && mention.isSure()));
    }

    private List<SafeContact> contacts(List<HeldRecord> harming) {
        return harming.stream().flatMap(record -> membersHarmed(record).map(member -> contact(member, record)))
                .sorted(Comparator.comparing(SafeContact::at).reversed()).toList();
    }

    private static SafeContact contact(Member member, HeldRecord record) {
        DomesticAbuseReferral referral = (DomesticAbuseReferral) record.fact();
        DomesticAbuseReferral.SafeContact safe = referral.safeContact();
        String answer = safe == null || safe.answer() == null ? "UNKNOWN" : safe.answer().name();
        return new SafeContact(member.ref(), record.agency(), answer, safe == null ? null : safe.how(), safe == null ? null : safe.when(), referral.occurredAt(),
                record.evidence());
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
