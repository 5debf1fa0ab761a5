package org.earlyhelp.hub.need.engine;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.need.StoryEvent.Kind;
import org.earlyhelp.hub.person.HealthFindings.Finding;

/** What the health service observed of one person, in sentences. */
final class HealthStory {
    private HealthStory() {
    }

    static List<StoryEvent> of(PersonHistory history) {
        return history.health().all().stream().filter(observed -> !observed.finding().deleted()).map(observed -> event(history.person(), observed)).distinct().toList();
    }

    private static StoryEvent event(Member person, HealthHistory.Observed observed) {
        Finding finding = observed.finding();
        String name = HealthTests.NAMES.getOrDefault(finding.code(), "A review");
        return switch (finding.kind()) {
            case REVIEW -> event(person, observed, Kind.HEALTH, capital(name) + ": " + words(finding.value()), "DONE".equals(finding.value()));
            case ASQ3 -> event(person, observed, Kind.HEALTH, "Development, " + name + ": " + (finding.belowCutOff() ? "below the cut-off" : "as expected"),
                    !finding.belowCutOff());
            case CODE -> "Y".equals(finding.value()) ? event(person, observed, Kind.SAFEGUARDING, "The health service recorded a safeguarding code", false)
                    : event(person, observed, Kind.SAFEGUARDING, "The health service ended a safeguarding code", true);
        };
    }

    private static StoryEvent event(Member person, HealthHistory.Observed observed, Kind kind, String what, boolean good) {
        boolean dayOnly = London.timeOf(observed.at()).toLocalTime().equals(LocalTime.MIDNIGHT);
        return new StoryEvent(observed.on(), dayOnly ? null : observed.at(), kind, person.ref(), observed.record().agency(), what, good, observed.record().evidence());
    }

    private static String words(String value) {
        return value.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
