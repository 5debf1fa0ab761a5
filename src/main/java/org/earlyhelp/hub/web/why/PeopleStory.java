package org.earlyhelp.hub.web.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.web.why.storage.AlertFacts;
import org.earlyhelp.hub.web.why.storage.PeopleFacts;

/** What happened to a person, and to a family. */
final class PeopleStory {
    private final PeopleFacts people;
    private final AlertFacts alerts;
    private final WhyNot whyNot;

    PeopleStory(PeopleFacts people, AlertFacts alerts, WhyNot whyNot) {
        this.people = people;
        this.alerts = alerts;
        this.whyNot = whyNot;
    }

    Optional<Story> ofPerson(String ref) {
        return people.person(ref).map(person -> {
            List<Story.Step> steps = new ArrayList<>(List.of(new Story.Step(person.createdAt(), "First known as " + ref + ".")));
            people.events(ref, FileStory.LISTED).forEach(event -> steps.add(new Story.Step(event.at(), "Identity: " + event.kind() + " " + event.kept()
                    + (event.gone() == null ? "" : ", " + event.gone()) + ".")));
            people.mentions(person.id(), FileStory.LISTED).forEach(mention -> steps.add(new Story.Step(mention.at(), (mention.role().equals(FileStory.ALLEGED) ? "A record" : "Record " + mention.evidence()) + " speaks of them as "
                    + mention.role() + " (" + mention.match() + ").")));
            people.changes(person.id(), FileStory.LISTED).forEach(change -> steps.add(new Story.Step(change.at(), "Need " + change.code() + (change.holds() ? " began." : " ended."))));
            return new Story(ref, steps, reasons(person), List.of(ref));
        });
    }

    private List<String> reasons(PeopleFacts.Person person) {
        List<String> reasons = new ArrayList<>();
        if (person.goneInto() != null) {
            reasons.add(person.ref() + " was merged into " + person.goneInto() + ": ask about that one.");
            return reasons;
        }
        reasons.add(person.family() == null ? "Belongs to no family: nobody's records tie them to one." : "Belongs to " + person.family() + " as " + person.role() + ".");
        long reviews = people.openReviews(person.id());
        if (reviews > 0) {
            reasons.add("A steward has still to decide on " + FileStory.counted(reviews, "pair", "pairs") + " that they are one of.");
        }
        people.findings(person.ref()).forEach(finding -> reasons.add("A finding is open since " + finding.at() + ": " + finding.code() + " (" + finding.room() + ")."));
        if (person.family() != null) {
            people.family(person.family()).ifPresent(family -> reasons.addAll(whyNot.of(family)));
        }
        return reasons;
    }

    Optional<Story> ofFamily(String ref) {
        return people.family(ref).map(family -> {
            List<Story.Step> steps = new ArrayList<>(List.of(new Story.Step(family.createdAt(), "First known as " + ref + ".")));
            if (family.assessedAt() != null) {
                steps.add(new Story.Step(family.assessedAt(), "Level " + family.level() + " by the assessment that last changed something."));
            }
            alerts.ofFamily(family.id(), FileStory.LISTED).forEach(alert -> steps.add(new Story.Step(alert.raisedAt(), alert.ref() + " raised for " + alert.queue() + " by "
                    + alert.rule() + "; now " + alert.status() + ".")));
            people.needs(family.id()).forEach(need -> steps.add(new Story.Step(need.firstOn().atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                    "Need " + need.code() + (need.grade().isEmpty() ? "" : " " + need.grade()) + " of " + need.person() + " by " + need.agency() + ", first fact of that day, last of " + need.lastOn() + ".")));
            List<String> members = people.members(family.id());
            List<String> reasons = new ArrayList<>();
            if (!members.isEmpty()) {
                reasons.add("Its people: " + String.join(", ", members) + ".");
            }
            reasons.addAll(whyNot.of(family));
            return new Story(ref, steps, reasons, members);
        });
    }
}
