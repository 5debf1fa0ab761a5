package org.earlyhelp.hub.web.governance.unusual;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.earlyhelp.hub.alert.AlertedFamilies;
import org.earlyhelp.hub.identity.AccessGrounds;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.audit.Looks;
import org.earlyhelp.hub.sharing.audit.Looks.Look;
import org.earlyhelp.hub.web.governance.unusual.storage.UnusualStore;
import org.springframework.stereotype.Service;

/**
 * Goes through the days that nobody has gone through yet, and again through yesterday and today, whenever somebody asks.
 * Going through a day twice finds the same; what was found once is never taken away. Reads the looks of one account of one
 * day at a time, so the size of the log does not matter.
 */
@Service
class UnusualFinder {
    /** How far the first run goes back. */
    static final int FIRST_RUN_DAYS = 92;
    /** A family is somebody's business for so long after its alert was raised or ended. */
    static final Duration ALERT_IS_A_GROUND = Duration.ofDays(365);
    /** What a caller asked is a ground for so long. */
    static final Duration QUESTION_IS_A_GROUND = Duration.ofDays(30);

    private static final Duration A_SHORT_WHILE = Duration.ofMinutes(10);

    private final Looks looks;
    private final AccessGrounds people;
    private final AlertedFamilies alerts;
    private final StaffSurnames surnames;
    private final UnusualSettings settings;
    private final UnusualStore store;
    private final HubClock clock;

    UnusualFinder(Looks looks, AccessGrounds people, AlertedFamilies alerts, StaffSurnames surnames, UnusualSettings settings, UnusualStore store, HubClock clock) {
        this.looks = looks;
        this.people = people;
        this.alerts = alerts;
        this.surnames = surnames;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    /** Brings the findings up to now, unless that was done a short while ago: for a count that may be a little behind. */
    void catchUpNowAndThen() {
        if (store.lastRun().filter(at -> at.isAfter(clock.now().minus(A_SHORT_WHILE))).isEmpty()) {
            catchUp();
        }
    }

    /** Brings the findings up to now. */
    void catchUp() {
        LocalDate today = clock.today();
        LocalDate first = store.lastDay().map(day -> earlier(day.minusDays(1), today.minusDays(1))).orElse(today.minusDays(FIRST_RUN_DAYS));
        first.datesUntil(today.plusDays(1)).forEach(this::goThrough);
    }

    private void goThrough(LocalDate day) {
        Instant from = London.startOf(day);
        Instant to = London.startOf(day.plusDays(1));
        for (String account : looks.accounts(from, to)) {
            store.keep(accountDay(account, day, from, to).findings(look -> settings.usual().isOpenAt(look.at()), settings.manyCasesADay()));
        }
        store.keepDay(day, clock.now());
    }

    private AccountDay accountDay(String account, LocalDate day, Instant from, Instant to) {
        List<Look> seen = looks.of(account, from, to);
        List<String> persons = seen.stream().filter(Look::isCase).map(Look::person).filter(Objects::nonNull).distinct().toList();
        Map<String, String> families = people.families(persons);
        return new AccountDay(day, seen, families, people.sharingSurname(persons, surnames.of(account)), grounded(account, from, to, persons, families));
    }

    private Set<String> grounded(String account, Instant from, Instant to, List<String> persons, Map<String, String> families) {
        Set<String> answered = looks.answeredAbout(account, from.minus(QUESTION_IS_A_GROUND), to);
        Set<String> known = new HashSet<>(alerts.among(families.values(), from.minus(ALERT_IS_A_GROUND)));
        known.addAll(people.families(answered).values());
        Set<String> grounded = new HashSet<>(people.askedAbout(persons));
        persons.stream().filter(person -> answered.contains(person) || known.contains(families.getOrDefault(person, ""))).forEach(grounded::add);
        return grounded;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
