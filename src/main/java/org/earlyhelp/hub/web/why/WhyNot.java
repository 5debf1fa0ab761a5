package org.earlyhelp.hub.web.why;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.engine.AlertReasons;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.earlyhelp.hub.web.measures.HoldsWhen;
import org.earlyhelp.hub.web.why.storage.AlertFacts;
import org.earlyhelp.hub.web.why.storage.PeopleFacts;

/**
 * Why a family has an alert, or none: what waits, which rule lacks what, what is held back and by whom. The rules are asked
 * again as they are in force now, so an answer is of today and not of the day in question.
 */
final class WhyNot {
    private final PeopleFacts people;
    private final AlertFacts alerts;
    private final Function<Long, Optional<AlertReasons>> rules;
    private final BiFunction<String, String, Optional<FeedTerms>> terms;
    private final Instant now;

    WhyNot(PeopleFacts people, AlertFacts alerts, Function<Long, Optional<AlertReasons>> rules, BiFunction<String, String, Optional<FeedTerms>> terms, Instant now) {
        this.people = people;
        this.alerts = alerts;
        this.rules = rules;
        this.terms = terms;
        this.now = now;
    }

    /** Sentences in the order in which a cause should be looked for. */
    List<String> of(PeopleFacts.Family family) {
        if (family.goneInto() != null) {
            return List.of(family.ref() + " went into " + family.goneInto() + ": ask about that one.");
        }
        List<String> reasons = new ArrayList<>(waiting(family));
        List<AlertFacts.Alert> all = alerts.ofFamily(family.id(), FileStory.LISTED);
        List<AlertFacts.Alert> open = all.stream().filter(AlertFacts.Alert::isOpen).toList();
        open.forEach(alert -> reasons.add(alert.ref() + " is open on " + alert.queue() + " (" + alert.status() + ", level " + alert.level()
                + "): what is new makes it a further version and not another alert."));
        rules.apply(family.id()).ifPresentOrElse(said -> reasons.addAll(byRules(family, said, all, open)),
                () -> reasons.add("No rules are in force, or nobody stands in this family: nothing is assessed."));
        return reasons;
    }

    private List<String> waiting(PeopleFacts.Family family) {
        List<String> reasons = new ArrayList<>();
        long records = people.recordsWaiting(family.id());
        if (records > 0) {
            reasons.add(FileStory.counted(records, "changed record about its people waits", "changed records about its people wait") + " to be matched.");
        }
        if (family.waits()) {
            reasons.add("It waits to be assessed.");
        }
        if (family.assessedAt() == null && !family.waits()) {
            reasons.add("It was never assessed.");
        }
        people.findings(family.ref()).forEach(finding -> reasons.add("A finding is open since " + finding.at() + ": " + finding.code() + " (" + finding.room() + ")."));
        return reasons;
    }

    private List<String> byRules(PeopleFacts.Family family, AlertReasons said, List<AlertFacts.Alert> all, List<AlertFacts.Alert> open) {
        List<String> reasons = new ArrayList<>();
        reasons.add("By the rules in force now it is at level " + said.level() + ". " + needs(said));
        said.undecided().forEach(doubt -> reasons.add("Undecided, and that is not \"no\": " + doubt + "."));
        said.rules().forEach(rule -> reasons.add(sentence(rule)));
        boolean holds = said.rules().stream().anyMatch(rule -> rule.says() == AlertReasons.Says.HOLDS);
        if (holds && open.isEmpty()) {
            reasons.addAll(heldBack(family, all));
        }
        if (!holds) {
            reasons.add("No alert rule holds, so no alert is raised.");
        }
        reasons.addAll(feeds(family));
        if (!people.members(family.id()).isEmpty() && people.members(family.id()).stream().map(people::person).flatMap(Optional::stream).anyMatch(PeopleFacts.Person::restricted)) {
            reasons.add("Somebody's data may only be kept: of them no need is raised but what keeps a child safe.");
        }
        return reasons;
    }

    /** Why nothing was raised although a rule holds. */
    private List<String> heldBack(PeopleFacts.Family family, List<AlertFacts.Alert> all) {
        List<String> reasons = new ArrayList<>();
        alerts.waiting(family.id()).ifPresent(waiting -> reasons.add("It waits in the backlog since " + waiting.since() + ": " + backlog(waiting.why()) + "; a manager releases it."));
        List<String> speakers = alerts.speakers(family.id());
        if (!speakers.isEmpty()) {
            reasons.add(String.join(", ", speakers) + " of another family speaks for it too: one referral is all that is known of both.");
        }
        if (reasons.isEmpty() && !all.isEmpty()) {
            AlertFacts.Alert last = all.get(0);
            reasons.add("Its last alert " + last.ref() + " is " + last.status() + (last.because() == null ? "" : " (" + last.because() + ")")
                    + ", and nothing new has come since: only news raises another.");
        }
        if (reasons.isEmpty()) {
            reasons.add(family.waits() ? "It will be raised with the next assessment, if the rules still hold then."
                    : "The last assessment was before this held, or before the rules changed: it is looked at again "
                    + (family.lookAgainAt() == null ? "when something of it changes." : "at " + family.lookAgainAt() + " at the latest."));
        }
        return reasons;
    }

    private static String backlog(String why) {
        return switch (why) {
            case "OVER_CEILING" -> "the day's ceiling of alerts was reached";
            case "MATCH_RATE" -> "it rests on a file in which far fewer people than usual were known, which an operator looks at first";
            default -> "everything that speaks for it is from before its feed was live";
        };
    }

    private List<String> feeds(PeopleFacts.Family family) {
        LocalDate today = London.dateOf(now);
        List<String> reasons = new ArrayList<>();
        for (String feed : people.feeds(family.id())) {
            String[] parts = feed.split("/");
            Optional<FeedTerms> agreed = terms.apply(parts[0], parts[1]);
            if (agreed.isEmpty()) {
                reasons.add(feed + " has no agreement in force: its facts are kept and raise nothing new.");
            } else if (agreed.get().isShadow()) {
                reasons.add(feed + " is a shadow feed: its facts are kept as history and raise no alert below level 4 by themselves.");
            } else if (!agreed.get().isLiveOn(today)) {
                reasons.add(feed + " is live from " + agreed.get().liveFrom() + ": what happened before raises no alert below level 4 by itself.");
            }
        }
        return reasons;
    }

    private static String needs(AlertReasons said) {
        String needs = said.needs().stream().map(WhyNot::need).distinct().collect(Collectors.joining(", "));
        return (needs.isEmpty() ? "No need holds." : "Needs that hold: " + needs + ".")
                + (said.harmTests().isEmpty() ? "" : " Tests of significant harm that hold: " + String.join(", ", said.harmTests()) + ".");
    }

    private static String need(Need need) {
        return need.code() + (need.grade().isEmpty() ? "" : " " + need.grade()) + " of " + need.person() + " by " + need.agency();
    }

    private static String sentence(AlertReasons.Reason rule) {
        String name = "Rule " + rule.rule() + "@" + rule.version() + " for " + rule.queue();
        return switch (rule.says()) {
            case HOLDS -> name + " holds.";
            case SUPERSEDED -> name + " holds, and another rule of its queue speaks for it.";
            case SWITCHED_OFF -> name + " is switched off.";
            case UNDECIDED -> name + " cannot be decided: " + parts(rule, AlertReasons.Part::undecided);
            case LACKS -> name + " does not hold. It asks for this, and it is not so: " + parts(rule, part -> !part.holds());
        };
    }

    private static String parts(AlertReasons.Reason rule, java.util.function.Predicate<AlertReasons.Part> which) {
        return rule.parts().stream().filter(which).map(part -> HoldsWhen.of(part.condition())).collect(Collectors.joining(" "));
    }
}
