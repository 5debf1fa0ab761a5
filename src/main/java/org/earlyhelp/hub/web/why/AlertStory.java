package org.earlyhelp.hub.web.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.web.why.storage.AlertFacts;

/** What happened to an alert, and what was told of it to whom. */
final class AlertStory {
    private final AlertFacts alerts;

    AlertStory(AlertFacts alerts) {
        this.alerts = alerts;
    }

    Optional<Story> of(String ref) {
        return alerts.alert(ref).map(alert -> {
            List<Story.Step> steps = new ArrayList<>(List.of(new Story.Step(alert.raisedAt(), "Raised for " + alert.queue() + " by " + alert.rule() + " for " + alert.family() + ".")));
            alerts.versions(alert.id(), FileStory.LISTED).forEach(version -> steps.add(new Story.Step(version.at(), "Version " + version.version() + ": " + version.event() + ".")));
            alerts.messages(ref, FileStory.LISTED).forEach(message -> {
                steps.add(new Story.Step(message.createdAt(), message.type() + " written for " + message.queue() + "."));
                if (message.publishedAt() != null) {
                    steps.add(new Story.Step(message.publishedAt(), message.type() + " was on " + message.queue() + "."));
                }
            });
            alerts.answers(ref, FileStory.LISTED).forEach(answer -> steps.add(new Story.Step(answer.at(), "The front door answered: " + answer.action() + ".")));
            alerts.heldBack(ref).forEach(held -> {
                steps.add(new Story.Step(held.at(), "Its message was held back: " + held.why()));
                if (held.settledAt() != null) {
                    steps.add(new Story.Step(held.settledAt(), held.settlement().equals("SENT") ? "A message went." : "It ended before a message could go."));
                }
            });
            return new Story(ref, steps, reasons(alert), alerts.children(alert.id()));
        });
    }

    private List<String> reasons(AlertFacts.Alert alert) {
        List<String> reasons = new ArrayList<>();
        reasons.add("It is " + alert.status() + ", version " + alert.version() + ", level " + alert.level() + (alert.outcome() == null ? "" : ", outcome " + alert.outcome()) + ".");
        if (alert.because() != null) {
            reasons.add((alert.isOpen() ? "It came about by " : "It ended by ") + alert.because() + (alert.successor() == null ? "." : "; " + alert.successor() + " has the family from there."));
        }
        List<String> evidence = alerts.evidence(alert.id(), FileStory.LISTED);
        reasons.add("It rests on " + (evidence.isEmpty() ? "no record any more." : String.join(", ", evidence) + "."));
        alerts.messages(alert.ref(), FileStory.LISTED).stream().filter(message -> message.publishedAt() == null)
                .forEach(message -> reasons.add(message.type() + " waits for the broker since " + message.createdAt() + "."));
        alerts.heldBack(alert.ref()).stream().filter(held -> held.settledAt() == null).forEach(held -> reasons.add("Its message is held back: " + held.why()));
        List<String> awaited = alerts.awaited(alert.ref());
        if (!awaited.isEmpty()) {
            reasons.add("Facts of " + String.join(", ", awaited) + " are left out until their agreement is in force.");
        }
        return reasons;
    }
}
