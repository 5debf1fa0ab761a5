package org.earlyhelp.hub.web.operation;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.intake.LaneDepth;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.calendar.FeedTrouble;
import org.earlyhelp.hub.intake.calendar.FeedWatch;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.earlyhelp.hub.web.operation.storage.FeedFigures;
import org.earlyhelp.hub.web.operation.storage.FeedFigures.Day;
import org.earlyhelp.hub.web.operation.storage.FeedFigures.Waiting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings together what is known of feeds at one moment. Counts and references only. */
@Component
class FeedOverview {
    private final Deliveries deliveries;
    private final FeedFigures figures;
    private final ObjectProvider<SftpFolders> folders;
    private final OperatorAlarms alarms;
    private final RowDesk quarantine;
    private final ObjectProvider<FeedWatch> calendar;
    private final HubClock clock;

    FeedOverview(Deliveries deliveries, FeedFigures figures, ObjectProvider<SftpFolders> folders, OperatorAlarms alarms, RowDesk quarantine, ObjectProvider<FeedWatch> calendar, HubClock clock) {
        this.deliveries = deliveries;
        this.figures = figures;
        this.folders = folders;
        this.alarms = alarms;
        this.quarantine = quarantine;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<FeedLine> of(List<FeedTerms> feeds) {
        Map<String, List<Day>> days = figures.since(clock.today().minusDays(FeedLine.DAYS - 1L)).stream().collect(Collectors.groupingBy(day -> day.agency() + "/" + day.feed()));
        Map<String, List<Waiting>> waiting = figures.waiting().stream().collect(Collectors.groupingBy(one -> one.agency() + "/" + one.feed()));
        Map<String, Long> refused = quarantine.groups().stream().collect(Collectors.groupingBy(group -> group.agency() + "/" + group.feed(), Collectors.summingLong(QuarantinedRow.Group::rows)));
        List<OperatorAlarm> open = alarms.open();
        return feeds.stream().map(terms -> line(terms, days, waiting, refused, open)).toList();
    }

    private FeedLine line(FeedTerms terms, Map<String, List<Day>> days, Map<String, List<Waiting>> waiting, Map<String, Long> refused, List<OperatorAlarm> open) {
        String name = terms.agency() + "/" + terms.feed();
        Instant nextDue = Optional.ofNullable(calendar.getIfAvailable()).flatMap(watch -> watch.nextDue(terms.agency(), terms.feed())).orElse(null);
        return FeedLine.of(new FeedLine.Known(terms, deliveries.newest(terms.agency(), terms.feed(), 1).stream().findFirst().orElse(null), days.getOrDefault(name, List.of()),
                waiting.getOrDefault(name, List.of()), lane(terms.agency(), terms.feed()), open.stream().filter(alarm -> FeedTrouble.isAbout(alarm.key(), terms.agency(), terms.feed())).toList(),
                nextDue, refused.getOrDefault(name, 0L)), clock.today());
    }

    /** Empty where this hub has no folders, or they cannot be read. */
    private LaneDepth lane(String agency, String feed) {
        SftpFolders known = folders.getIfAvailable();
        try {
            return known == null ? new LaneDepth(agency + "/" + feed, 0, null) : LaneDepth.of(known, agency, feed);
        } catch (IOException e) {
            return new LaneDepth(agency + "/" + feed, 0, null);
        }
    }
}
