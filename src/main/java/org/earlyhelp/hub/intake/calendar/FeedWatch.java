package org.earlyhelp.hub.intake.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.storage.FeedRecordStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Expectation;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks every minute whether each feed came as its agreement says, and raises an alarm once for what is amiss and once when it
 * is over. A feed that is paused, or whose agreement is not in force, is expected to send nothing. Thread-safe.
 */
@Component
public class FeedWatch extends TaskLifecycle {
    /** After a start nobody is called late for so long: while the hub was down nobody could send. */
    static final Duration AFTER_START = Duration.ofMinutes(15);
    private static final int LOOK_SECONDS = 60;
    /** Of more senders of a feed than these one alarm tells. */
    static final int SENDERS_LIMIT = 5;
    /** Stands for a sender's id in that alarm; none has it. */
    private static final String MANY_SENDERS = "*";
    private static final int FILES_LOOKED_AT = FeedJudge.FAILING_FILES;
    private final AgreementBook agreements;
    private final FeedRecordStore store;
    private final OperatorAlarms alarms;
    private final HubClock clock;
    private final FeedCalendar calendar;
    private final Instant startedAt;
    private final RegularTask regularly = new RegularTask("watch over feeds", LOOK_SECONDS, this::look);

    public FeedWatch(AgreementBook agreements, FeedRecordStore store, OperatorAlarms alarms, HubClock clock, ObjectProvider<KnownSchoolDays> schoolDays) {
        this.agreements = agreements;
        this.store = store;
        this.alarms = alarms;
        this.clock = clock;
        this.calendar = new FeedCalendar(day -> schoolDays.stream().findFirst().filter(known -> known.isSchoolDay(day)).isPresent());
        this.startedAt = clock.now();
    }

    /** When the next file of the feed would be late; empty where none is expected at a certain time. */
    public Optional<Instant> nextDue(String agency, String feed) {
        return expectationOf(agency, feed).flatMap(expected -> calendar.nextDue(expected, clock.now()));
    }

    /** What the agreement says of when files come; empty where it says nothing. */
    public Optional<Expectation> expectationOf(String agency, String feed) {
        return agreements.agreementOf(agency).map(agreement -> agreement.feeds().get(feed)).map(Agreement.Feed::expected);
    }

    /** One look at all feeds. */
    public synchronized void look() {
        Set<String> watched = new HashSet<>();
        for (Agreement agreement : agreements.agreements()) {
            if (agreements.inForce(agreement.agency(), clock.today())) {
                agreement.feeds().forEach((feed, terms) -> {
                    if (!terms.paused()) {
                        watched.addAll(look(agreement, feed, terms.expected()));
                    }
                });
            }
        }
        endForgotten(watched);
    }

    /** Late is the feed as a whole; silent or failing is each sender by itself, for others may hide one. Answers who is watched. */
    private Set<String> look(Agreement agreement, String feed, Expectation expected) {
        AccountName many = new AccountName(agreement.agency(), MANY_SENDERS);
        Set<String> watched = new HashSet<>(Set.of(agreement.agency() + "/" + feed, many + "/" + feed));
        look(agreement.agency(), feed, expected);
        Map<AccountName, Map<FeedTrouble, String>> amiss = new LinkedHashMap<>();
        agreement.door().senders().values().stream().filter(sender -> sender.until() == null || !clock.today().isAfter(sender.until())).forEach(sender -> {
            AccountName account = new AccountName(agreement.agency(), sender.id());
            watched.add(account + "/" + feed);
            amiss.put(account, amissAt(account, feed, expected));
        });
        List.of(FeedTrouble.FAILING, FeedTrouble.SILENT).forEach(trouble -> tellOfSenders(trouble, many, feed, amiss));
        return watched;
    }

    /** Of a sender that never sent this feed nothing, for it is not expected to: of the feeds of an agreement a sender may have one. */
    private Map<FeedTrouble, String> amissAt(AccountName account, String feed, Expectation expected) {
        Instant now = clock.now();
        if (store.newestOfAny(account.agency(), feed, account.sender()).isEmpty()) {
            return Map.of();
        }
        FeedRecent recent = recent(account, feed, expected, now);
        Map<FeedTrouble, String> amiss = new EnumMap<>(FeedTrouble.class);
        amiss.putAll(FeedJudge.ofFaults(recent));
        if (expected != null) {
            Optional.ofNullable(FeedJudge.ofTime(expected, calendar.due(expected, now, FeedJudge.USUAL_PERIODS + 1), recent, now).get(FeedTrouble.SILENT))
                    .ifPresent(words -> amiss.put(FeedTrouble.SILENT, words));
        }
        return amiss;
    }

    /** Of many at a time one alarm tells, and no further ones of single senders: what happens to all of them has one cause, and hundreds of mails hide another. */
    private void tellOfSenders(FeedTrouble trouble, AccountName many, String feed, Map<AccountName, Map<FeedTrouble, String>> senders) {
        Instant now = clock.now();
        List<AccountName> amiss = senders.keySet().stream().filter(sender -> senders.get(sender).containsKey(trouble)).toList();
        boolean isCrowd = amiss.size() > SENDERS_LIMIT;
        senders.forEach((sender, words) -> {
            if (!isCrowd || !words.containsKey(trouble)) {
                tell(trouble, sender.toString(), feed, words.get(trouble), now);
            }
        });
        tell(trouble, many.toString(), feed, isCrowd ? amiss.size() + " senders, each by itself, " + amiss.get(0).sender() + " and others. Of " + amiss.get(0).sender() + ": "
                + senders.get(amiss.get(0)).get(trouble) : null, now);
    }

    private void look(String agency, String feed, Expectation expected) {
        Instant now = clock.now();
        FeedRecent recent = recent(new AccountName(agency, null), feed, expected, now);
        Map<FeedTrouble, String> amiss = new EnumMap<>(FeedTrouble.class);
        Set<FeedTrouble> judged = EnumSet.of(FeedTrouble.FAILING);
        amiss.putAll(FeedJudge.ofFaults(recent));
        if (expected != null) {
            List<ExpectedPeriod> due = calendar.due(expected, now, FeedJudge.USUAL_PERIODS + 1);
            judged.addAll(EnumSet.of(FeedTrouble.LATE, FeedTrouble.SILENT));
            amiss.putAll(FeedJudge.ofTime(expected, due, recent, now));
            sizes(agency, feed, expected, due).ifPresent(sizes -> {
                judged.addAll(EnumSet.of(FeedTrouble.SHRUNKEN, FeedTrouble.SWOLLEN));
                amiss.putAll(sizes);
            });
        } else {
            judged.addAll(EnumSet.allOf(FeedTrouble.class));
        }
        judged.forEach(trouble -> tell(trouble, agency, feed, amiss.get(trouble), now));
    }

    private FeedRecent recent(AccountName account, String feed, Expectation expected, Instant now) {
        Instant since = store.watchedSince(account.toString(), feed, expected == null ? "" : expected.rhythm().id(), now);
        return new FeedRecent(since, store.newest(account.agency(), feed, account.sender()).orElse(null), store.newestOfAny(account.agency(), feed, account.sender()).orElse(null),
                store.ended(account.agency(), feed, account.sender(), FILES_LOOKED_AT).stream().map(end -> new FeedRecent.Ended(end.stage(), end.held(), end.records(), end.rejected())).toList());
    }

    /** An hour's number swings with the time of day, so hourly feeds are not judged by size: nothing is amiss with it. */
    private Optional<Map<FeedTrouble, String>> sizes(String agency, String feed, Expectation expected, List<ExpectedPeriod> due) {
        if (due.isEmpty() || expected.rhythm() == Expectation.Rhythm.HOURLY) {
            return Optional.of(Map.of());
        }
        List<Long> records = store.records(agency, feed, due.stream().map(ExpectedPeriod::from).toList(), due.stream().map(FeedWatch::judgedAt).toList());
        return FeedJudge.ofSize(expected, records.get(0), records.subList(1, records.size()));
    }

    /** What came by the time it was due, so that a day is compared with days. */
    private static Instant judgedAt(ExpectedPeriod period) {
        return period.due().isBefore(period.until()) ? period.due() : period.until();
    }

    private void tell(FeedTrouble trouble, String account, String feed, String words, Instant now) {
        if (words == null) {
            alarms.clear(trouble.key(account, feed));
        } else if (trouble == FeedTrouble.FAILING || !now.isBefore(startedAt.plus(AFTER_START))) {
            alarms.raise(trouble.key(account, feed), trouble.kind(), account + "/" + feed + ": " + words, "/feeds");
        }
    }

    /** Feeds that are no more, are paused or are out of force cannot be late. */
    private void endForgotten(Set<String> watched) {
        agreements.agreements().forEach(agreement -> agreement.feeds().keySet().stream().filter(feed -> !watched.contains(agreement.agency() + "/" + feed))
                .forEach(feed -> store.unwatch(agreement.agency(), feed)));
        List<String> kinds = Arrays.stream(FeedTrouble.values()).map(FeedTrouble::kind).toList();
        alarms.open(kinds).stream().filter(alarm -> !watched.contains(alarm.key().substring(alarm.key().indexOf(':') + 1))).forEach(alarm -> alarms.clear(alarm.key()));
    }

    @Override
    protected HubTask task() {
        return regularly;
    }
}
