package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one agency and the borough agreed, as its file in {@code agreements/} says it. For the hub's own findings the
 * borough's terms take the same form, with the agency {@link Borough#AGENCY}.
 *
 * @param agency     id of the agency, its SFTP user and its file's name
 * @param name       as people say it
 * @param kind       police, schools, health and so on; what a hidden family shows instead of a specialist's name
 * @param specialist whether the name alone gives away why somebody is known to it
 * @param accounts   whoever sends for it, each with keys of their own, all to the agency's one SFTP home; may be empty
 * @param feeds      by name
 * @param start      first day of effect
 * @param end        last day of effect
 * @param retention  by class, counted from the last fact
 * @param rawFiles   how long its files are kept as they came, counted from their decision, and with them what was refused of them; never longer than the shortest {@code retention}
 * @param door       from where it comes in, how much a day, and who else has a home under it
 */
public record Agreement(String id, int version, String agency, String name, String kind, boolean specialist, List<Account> accounts,
                        SortedMap<String, Feed> feeds, Basis basis, List<Grant> grants, LocalDate start, LocalDate review,
                        LocalDate end, Map<DataClass, Period> retention, Period rawFiles, DoorTerms door) {
    /** Where nothing else is agreed, files are kept as long as the receipts that speak of them. */
    public static final Period RAW_FILES_USUAL = Period.ofDays(90);
    /** After the end date an agreement still serves for so many days, so that a late signature stops nothing. */
    public static final int GRACE_DAYS = 14;

    /**
     * A sender: the agency itself, a supplier, a second site.
     *
     * @param name  as people say it
     * @param keys  OpenSSH public keys
     * @param until last day on which its keys open the door; null while they always do
     */
    public record Account(String name, List<String> keys, LocalDate until) {
        public Account {
            keys = List.copyOf(keys);
        }

        boolean isOpenOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    /**
     * {@code liveFrom} is null for a shadow feed: its facts are history and raise no clocked alert. Files of a paused feed
     * are held until it is paused no longer. {@code expected} is null where the agreement does not say when files come.
     */
    public record Feed(String mapping, LocalDate liveFrom, Lane lane, boolean paused, FileForm form, Expectation expected) {
    }

    /** Feeds by which a child in danger is heard of: they go on though the agreement has ended. */
    public static final Set<String> FEEDS_OF_HARM = Set.of("missing-children", "domestic-abuse");

    /** Urgent feeds never wait behind a bulk load. */
    public enum Lane { URGENT, BULK }

    /** Why it is lawful; all plain text, {@code article10} null where no offence data is shared. */
    public record Basis(String purpose, String necessity, List<String> powers, String article6, String article9,
                        String schedule1, String article10) {
        public Basis {
            powers = List.copyOf(powers);
        }
    }

    /** One recipient, the purposes for which it may ask and the classes it may then see. */
    public record Grant(Recipient.Kind kind, String to, Set<Purpose> purposes, Set<DataClass> classes) {
        public Grant {
            purposes = Set.copyOf(purposes);
            classes = Set.copyOf(classes);
        }

        boolean isFor(Recipient recipient) {
            return kind == recipient.kind() && to.equals(recipient.name());
        }
    }

    /** Whether an agreement has effect on a day. */
    public enum Standing { NOT_BEGUN, IN_FORCE, GRACE, LAPSED, NONE }

    /** With the usual door, its files kept the usual time. */
    public Agreement(String id, int version, String agency, String name, String kind, boolean specialist, List<Account> accounts,
                     SortedMap<String, Feed> feeds, Basis basis, List<Grant> grants, LocalDate start, LocalDate review,
                     LocalDate end, Map<DataClass, Period> retention) {
        this(id, version, agency, name, kind, specialist, accounts, feeds, basis, grants, start, review, end, retention, RAW_FILES_USUAL, DoorTerms.USUAL);
    }

    public Agreement {
        accounts = List.copyOf(accounts);
        feeds = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(feeds));
        grants = List.copyOf(grants);
        retention = Map.copyOf(retention);
    }

    /** How it stands that day by its own dates. */
    public Standing standingOn(LocalDate day) {
        if (day.isBefore(start)) {
            return Standing.NOT_BEGUN;
        }
        if (!day.isAfter(end)) {
            return Standing.IN_FORCE;
        }
        return day.isAfter(graceUntil()) ? Standing.LAPSED : Standing.GRACE;
    }

    /** The last day of grace. */
    public LocalDate graceUntil() {
        return end.plusDays(GRACE_DAYS);
    }

    /** The keys that open its SFTP home on that day. */
    public List<String> keysOn(LocalDate day) {
        return accounts.stream().filter(account -> account.isOpenOn(day)).flatMap(account -> account.keys().stream()).toList();
    }

    /** The names under which files of it come: its own, and {@code agency.sender} for each sender with a home of its own. */
    public List<String> accountNames() {
        return Stream.concat(Stream.of(agency), door.senders().keySet().stream().map(sender -> agency + "." + sender)).toList();
    }

    /** What the recipient may see; empty when the agreement does not name it. */
    public Optional<Grant> grantFor(Recipient recipient) {
        return grants.stream().filter(grant -> grant.isFor(recipient)).findFirst();
    }
}
