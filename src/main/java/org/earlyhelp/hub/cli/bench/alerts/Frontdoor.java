package org.earlyhelp.hub.cli.bench.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.life.AlertMove;
import org.earlyhelp.hub.alert.life.SpokenFor;
import org.earlyhelp.hub.alert.life.SpokenFor.Referral;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.engine.HeldRecord;
import org.earlyhelp.hub.need.engine.Known;
import org.earlyhelp.hub.need.engine.NeedEngine;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Role;

/** Assesses families that nothing was known of, all feeds live, and makes the moves that the alert room would make, families with adults first. */
final class Frontdoor {
    private static final Duration MORNING = Duration.ofMinutes(8 * 60 + 40);

    /** What was assessed: every family, and the alerts raised of it. */
    record Day(List<BoroughFamily> families, List<Found> alerts) {
        Day {
            families = List.copyOf(families);
            alerts = List.copyOf(alerts);
        }

        /** By household, what its alerts say. */
        Map<String, String> codesByHousehold() {
            Map<String, String> codes = new HashMap<>();
            alerts.forEach(found -> found.households().forEach(household -> codes.merge(household, found.codes(), (one, other) -> one.equals(other) ? one : one + ", " + other)));
            return codes;
        }
    }

    private final NeedEngine engine;
    private final Instant now;

    Frontdoor(Rules rules, LocalDate today) {
        this.engine = new NeedEngine(rules, LiveFeeds.ALL);
        this.now = London.startOf(today).plus(MORNING);
    }

    Day raise(List<BoroughFamily> families) {
        List<Found> alerts = new ArrayList<>();
        Map<Long, List<Integer>> byPerson = new HashMap<>();
        families.stream().sorted(Comparator.comparing(family -> !family.household().adults())).forEach(family -> raise(family).forEach(alert -> {
            Optional<Integer> speaker = speakerFor(alert, alerts, byPerson);
            if (speaker.isPresent()) {
                alerts.set(speaker.get(), alerts.get(speaker.get()).speakingFor(family));
            } else {
                family.household().people().forEach(person -> byPerson.computeIfAbsent(person, none -> new ArrayList<>()).add(alerts.size()));
                alerts.add(alert);
            }
        }));
        return new Day(families, alerts);
    }

    private Stream<Found> raise(BoroughFamily family) {
        Assessment assessed = engine.assess(family.facts(), Known.NOTHING, now).assessment();
        return AlertMove.after(assessed, Optional.empty(), Optional.empty(), alert -> false, alert -> false).stream()
                .filter(AlertMove.Raise.class::isInstance).map(move -> found(family, assessed, ((AlertMove.Raise) move).queue()));
    }

    private Found found(BoroughFamily family, Assessment assessed, AlertQueue queue) {
        AlertContent content = AlertContent.of(assessed, queue);
        return new Found(List.of(family), new TrueAlert.Raised(queue.queueName(), content.rule().id(), content.level(), London.dateOf(now)),
                codes(content), Set.copyOf(content.evidence()));
    }

    private static String codes(AlertContent content) {
        return Stream.concat(content.needs().stream().map(Need::code), content.harmTests().stream().map(HarmTest::code)).distinct().sorted().collect(Collectors.joining(" "));
    }

    /** As the alert room looks for it: an open alert of somebody who cares for a child of the family. */
    private static Optional<Integer> speakerFor(Found alert, List<Found> alerts, Map<Long, List<Integer>> byPerson) {
        BoroughFamily family = alert.families().get(0);
        return family.carers().values().stream().flatMap(Set::stream).distinct().flatMap(carer -> byPerson.getOrDefault(carer, List.of()).stream())
                .sorted().filter(at -> speaks(alerts.get(at), alert)).findFirst();
    }

    private static boolean speaks(Found speaker, Found alert) {
        BoroughFamily family = alert.families().get(0);
        Map<String, Referral> referrals = referrals(family);
        boolean mayTake = speaker.raised().queue().equals(alert.raised().queue()) || speaker.raised().queue().equals(AlertQueue.FIRST_CONTACT.queueName());
        return mayTake && !speaker.families().contains(family) && speaker.families().size() <= SpokenFor.MOST_FAMILIES
                && speaker.evidence().containsAll(alert.evidence()) && referrals.keySet().containsAll(alert.evidence())
                && SpokenFor.holds(speaker.families().get(0).household(), family.household(), alert.evidence().stream().map(referrals::get).toList());
    }

    private static Map<String, Referral> referrals(BoroughFamily family) {
        return family.facts().records().stream().filter(record -> record.fact() instanceof DomesticAbuseReferral)
                .collect(Collectors.toMap(HeldRecord::evidence, record -> new Referral(in(record, Role.VICTIM), in(record, Role.ALLEGED_PERPETRATOR)), (one, other) -> one));
    }

    private static Set<Long> in(HeldRecord record, Role role) {
        return record.mentions().stream().filter(mention -> mention.role() == role).map(HeldRecord.Mentioned::person).collect(Collectors.toSet());
    }
}
