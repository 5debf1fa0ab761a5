package org.earlyhelp.hub.sharing.change;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.AddressRange;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DataClass;

/** Says in words what one form of an agreement changes against another. Pure. Used once for a pair. */
final class AgreementChanges {
    private final Agreement before;
    private final Agreement after;
    private final ChangeWords words = new ChangeWords();

    private AgreementChanges(Agreement before, Agreement after) {
        this.before = before;
        this.after = after;
    }

    /** One sentence for each difference, none when only comments or layout differ. Null stands for no agreement at all. */
    static List<String> between(AgreementFile before, AgreementFile after) {
        if (before == null && after == null) {
            return List.of();
        }
        if (after == null) {
            return List.of("The agreement is taken away: " + ChangeWords.list(before.terms().feeds().keySet()) + " would be taken no more, and nothing of this agency disclosed.");
        }
        if (before == null) {
            return List.of("The agreement is new: " + ChangeWords.list(after.terms().feeds().keySet()) + " from " + after.terms().start() + " to " + after.terms().end() + ".");
        }
        List<String> words = new ArrayList<>(new AgreementChanges(before.terms(), after.terms()).all());
        if (before.hub() != null && after.hub() != null) {
            words.addAll(ofBorough(before.hub(), after.hub()));
        }
        return List.copyOf(words);
    }

    private static List<String> ofBorough(Borough before, Borough after) {
        ChangeWords words = new ChangeWords();
        words.compare("The short name of the borough", before.slug(), after.slug());
        words.compare("The data protection officer", before.officer(), after.officer());
        return words.said();
    }

    private List<String> all() {
        compare("The reference", Agreement::id);
        compare("The name", Agreement::name);
        compare("The kind of agency", Agreement::kind);
        if (before.specialist() != after.specialist()) {
            words.add(after.specialist() ? "A hidden family now shows the kind of this agency only." : "A hidden family now shows the name of this agency.");
        }
        compare("The first day", Agreement::start);
        compare("The day of review", Agreement::review);
        compare("The last day", Agreement::end);
        accounts();
        door();
        feeds();
        basis();
        recipients();
        retention();
        return words.said();
    }

    private void accounts() {
        words.each(accountsOf(before), accountsOf(after), (name, was) -> name + " no longer sends: its keys open nothing.", (name, is) -> name + " may send, with " + keys(is) + ".",
                (name, was, is) -> name + " has other keys or another last day: " + keys(is) + (is.until() == null ? "." : " until " + is.until() + "."));
    }

    private void door() {
        compare("The addresses from which it may sign in", agreement -> addresses(agreement.door().addresses()));
        compare("The files it may send in 24 hours", agreement -> agreement.door().quota().files());
        compare("The megabytes it may send in 24 hours", agreement -> agreement.door().quota().megabytes());
        words.each(before.door().senders(), after.door().senders(), (id, was) -> was.name() + " (" + id + ") no longer sends: its account is closed.",
                (id, is) -> is.name() + " (" + id + ") may send from an account of its own" + (is.urn() == null ? "." : ", the rows of school " + is.urn() + " only."),
                (id, was, is) -> is.name() + " (" + id + ") has other keys, addresses, another school or another last day: school " + (is.urn() == null ? "any" : is.urn())
                        + ", " + is.keys().size() + " keys, addresses " + addresses(is.addresses()) + (is.until() == null ? "." : ", until " + is.until() + "."));
    }

    private static String addresses(List<AddressRange> ranges) {
        return ranges.isEmpty() ? "any" : ranges.stream().map(AddressRange::text).collect(Collectors.joining(", "));
    }

    private void feeds() {
        words.each(before.feeds(), after.feeds(), (name, was) -> "The feed " + name + " is taken out.", (name, is) -> "The feed " + name + " is new, read by " + is.mapping() + ".",
                FeedChange::words);
    }

    private void basis() {
        compare("The purpose", agreement -> agreement.basis().purpose());
        compare("Why it is necessary", agreement -> agreement.basis().necessity());
        words.gained("legal power", before.basis().powers(), after.basis().powers());
        compare("Article 6", agreement -> agreement.basis().article6());
        compare("Article 9", agreement -> agreement.basis().article9());
        compare("The Schedule 1 condition", agreement -> agreement.basis().schedule1());
        compare("Article 10", agreement -> agreement.basis().article10());
    }

    private void recipients() {
        words.each(grantsOf(before), grantsOf(after), (to, was) -> to + " may no longer see anything.",
                (to, is) -> to + " may now see " + ChangeWords.list(is.classes()) + " for " + ChangeWords.list(is.purposes()) + ".", this::grant);
    }

    private String grant(String to, Agreement.Grant was, Agreement.Grant is) {
        List<String> parts = new ArrayList<>();
        addIfAny(parts, "may now see ", less(is.classes(), was.classes()));
        addIfAny(parts, "may no longer see ", less(was.classes(), is.classes()));
        addIfAny(parts, "may now ask for ", less(is.purposes(), was.purposes()));
        addIfAny(parts, "may no longer ask for ", less(was.purposes(), is.purposes()));
        return to + " " + String.join(", ", parts) + ".";
    }

    private void retention() {
        compare("The time for which files are kept as they came", Agreement::rawFiles);
        Map<String, Period> was = byName(before.retention());
        Map<String, Period> is = byName(after.retention());
        words.each(was, is, (name, period) -> name + " has no time of keeping any more.", (name, period) -> name + " is kept " + period + ".",
                (name, one, other) -> name + " is kept " + other + " instead of " + one + ".");
    }

    private void compare(String what, Function<Agreement, Object> part) {
        words.compare(what, part.apply(before), part.apply(after));
    }

    private static Map<String, Agreement.Account> accountsOf(Agreement agreement) {
        Map<String, Agreement.Account> accounts = new LinkedHashMap<>();
        agreement.accounts().forEach(account -> accounts.merge(account.name(), account, (one, other) -> new Agreement.Account(one.name(),
                Stream.concat(one.keys().stream(), other.keys().stream()).toList(), other.until())));
        return accounts;
    }

    private static Map<String, Agreement.Grant> grantsOf(Agreement agreement) {
        Map<String, Agreement.Grant> grants = new LinkedHashMap<>();
        agreement.grants().forEach(grant -> grants.put(grant.kind().name().toLowerCase(Locale.ROOT) + " " + grant.to(), grant));
        return grants;
    }

    private static Map<String, Period> byName(Map<DataClass, Period> periods) {
        Map<String, Period> named = new TreeMap<>();
        periods.forEach((dataClass, period) -> named.put(dataClass.name(), period));
        return named;
    }

    private static String keys(Agreement.Account account) {
        return account.keys().size() + (account.keys().size() == 1 ? " key" : " keys");
    }

    private static void addIfAny(List<String> parts, String verb, Collection<?> things) {
        if (!things.isEmpty()) {
            parts.add(verb + ChangeWords.list(things));
        }
    }

    private static <T> Collection<T> less(Collection<T> all, Collection<T> without) {
        return all.stream().filter(one -> !without.contains(one)).toList();
    }
}
