package org.earlyhelp.hub.web.papers;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/** Terms of agreements in the words that several papers share. */
final class Wording {
    private Wording() {
    }

    /** The purpose, power, bases and conditions of the terms, a sentence each. */
    static List<String> basis(Agreement.Basis basis) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Purpose: " + basis.purpose());
        sentences.add("Why it is necessary: " + basis.necessity());
        sentences.add("Legal power: " + String.join("; ", basis.powers()) + ".");
        sentences.add("UK GDPR Article 6: " + basis.article6() + ". Article 9: " + basis.article9() + ".");
        sentences.add("Data Protection Act 2018, Schedule 1: " + basis.schedule1() + ".");
        if (basis.article10() != null) {
            sentences.add("Offence data (Article 10): " + basis.article10() + ".");
        }
        return sentences;
    }

    /** A row for each recipient and what it may see for which purposes, with all sources that allow just that. */
    static Paper.Table recipients(Collection<Agreement> terms) {
        Map<List<String>, Set<String>> sources = new TreeMap<>(Comparator.comparing(String::valueOf));
        for (Agreement agreement : terms) {
            for (Agreement.Grant grant : agreement.grants()) {
                List<String> row = List.of(grant.to().equals(agreement.agency()) ? "The agency itself" : recipient(grant), purposes(grant.purposes()), ClassWords.list(grant.classes()));
                sources.computeIfAbsent(row, any -> new TreeSet<>()).add(source(agreement));
            }
        }
        return new Paper.Table(List.of("Recipient", "Whose data", "For", "Kinds of data"), sources.entrySet().stream()
                .map(entry -> List.of(entry.getKey().get(0), String.join("; ", entry.getValue()), entry.getKey().get(1), entry.getKey().get(2))).toList());
    }

    private static String source(Agreement agreement) {
        return agreement.agency().equals(Borough.AGENCY) ? "What the hub works out" : agreement.name();
    }

    static String recipient(Agreement.Grant grant) {
        if (grant.kind() == Recipient.Kind.ROLE) {
            return switch (grant.to()) {
                case "front-door" -> "Front door workers";
                case "manager" -> "Front door managers";
                case "steward" -> "Data stewards";
                case "ig" -> "Information governance";
                case "operator" -> "Operators";
                default -> grant.to();
            };
        }
        return switch (grant.kind()) {
            case QUEUE -> "Case system, by the queue " + grant.to();
            case EXPORT -> "Audit, by the export " + grant.to();
            default -> "The agency " + grant.to();
        };
    }

    static String purposes(Collection<Purpose> purposes) {
        return purposes.stream().sorted().map(Wording::purpose).collect(Collectors.joining(", "));
    }

    private static String purpose(Purpose purpose) {
        return switch (purpose) {
            case EARLY_HELP -> "early help";
            case SAFEGUARDING -> "safeguarding";
            case MATCHING -> "finding out who is who";
            case OUTCOME_TO_REFERRER -> "telling the referrer the outcome";
            case OPERATION -> "keeping the hub running";
            case GOVERNANCE -> "information governance";
            case RIGHTS -> "people's own rights";
        };
    }

    /** How long each kind of data is kept, counted from its last fact. */
    static Paper.Table retention(Agreement agreement) {
        List<List<String>> rows = new ArrayList<>(agreement.retention().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> List.of(ClassWords.of(entry.getKey()), period(entry.getValue()))).toList());
        rows.add(List.of("Files as they came", "at most " + period(agreement.rawFiles()) + " after their receipt, no longer than the shortest of these"));
        return new Paper.Table(List.of("Kind of data", "Kept after its last fact"), rows);
    }

    static String period(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return parts.isEmpty() ? "not kept" : String.join(" and ", parts);
    }

    private static void add(List<String> parts, int count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    static String kinds(Collection<DataClass> classes) {
        return classes.isEmpty() ? "none" : ClassWords.list(classes);
    }
}
