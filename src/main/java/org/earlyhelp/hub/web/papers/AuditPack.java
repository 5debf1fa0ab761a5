package org.earlyhelp.hub.web.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.SharingFigures;
import org.earlyhelp.hub.sharing.SharingFigures.Count;
import org.earlyhelp.hub.sharing.log.EntryColumns;
import org.springframework.stereotype.Component;

/** What an auditor asks for first, for a period: how much was shared with whom and on which basis, what was not, and whether the log holds. */
@Component
class AuditPack {
    private static final String NONE = "–";
    private final PaperSources sources;
    private final SharingFigures figures;
    private final LogWatch log;

    AuditPack(PaperSources sources, SharingFigures figures, LogWatch log) {
        this.sources = sources;
        this.figures = figures;
        this.log = log;
    }

    Paper paper(AuditPeriod period) {
        List<Count> counts = figures.counts(London.startOf(period.from()), London.startOf(period.to().plusDays(1)));
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(Paper.Part.of("Period", PlainTime.of(period.from()) + " to " + PlainTime.of(period.to()) + ", both included. An entry is one act for one person and one source."));
        parts.add(Paper.Part.of("The log", state(log.state())));
        parts.add(Paper.Part.of("Acts", table("Act", counts, any -> true, count -> words(count.kind()))));
        parts.add(Paper.Part.of("Given out, by whose data", table("Source", counts, AuditPack::isGivenOut, Count::source)));
        parts.add(Paper.Part.of("Given out, by recipient", table("Recipient", counts, AuditPack::isGivenOut, Count::recipient)));
        parts.add(Paper.Part.of("Given out, by basis", table("UK GDPR", counts, AuditPack::isGivenOut, Count::basis)));
        parts.add(Paper.Part.of("Refused or not shared, by recipient", table("Recipient", counts, count -> count.kind() == ActKind.REFUSED || count.kind() == ActKind.NOT_SHARED, Count::recipient)));
        parts.add(Paper.Part.of("Given out with no agreement in force, by whose data", table("Source", counts,
                count -> isGivenOut(count) && EntryColumns.NO_AGREEMENT_IN_FORCE.equals(count.standing()), Count::source)));
        parts.add(Paper.Part.of("Agreements", agreements(period)));
        parts.add(Paper.Part.gap("Findings", "what the monthly samples and the review of unusual access found, and what was done."));
        return sources.paper(PaperKind.AUDIT.title(), parts);
    }

    private static List<String> state(LogState state) {
        List<String> sentences = new ArrayList<>(List.of(state.words(), "Entries under the latest checkpoint: " + state.size() + ", signed " + PlainTime.of(state.signedAt()) + "."));
        LogState.Check check = state.check();
        if (check == null) {
            sentences.add("Not checked since the hub started.");
        } else {
            sentences.add((check.whole() ? "Checked whole" : "Checked at its end") + ", " + PlainTime.of(check.at()) + ": " + check.entries() + " entries, "
                    + (check.holds() ? "no fault." : check.count() + " faults."));
        }
        sentences.add("An export of the log can be checked by anybody without the hub: ./ehub log verify.");
        return sentences;
    }

    private static Paper.Table table(String by, List<Count> counts, Predicate<Count> which, Function<Count, String> name) {
        Map<String, Long> sums = new TreeMap<>();
        counts.stream().filter(which).forEach(count -> sums.merge(name.apply(count) == null || name.apply(count).isEmpty() ? NONE : name.apply(count), count.entries(), Long::sum));
        List<List<String>> rows = sums.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .map(sum -> List.of(sum.getKey(), String.valueOf(sum.getValue()))).toList();
        return new Paper.Table(List.of(by, "Entries"), rows);
    }

    private static boolean isGivenOut(Count count) {
        return switch (count.kind()) {
            case SENT, VIEWED, EXPORTED, OUTCOME, BREAK_GLASS -> true;
            case RECEIVED, REFUSED, NOT_SHARED, MATCHED, CORRECTED, ERASED -> false;
        };
    }

    private static String words(ActKind kind) {
        return switch (kind) {
            case RECEIVED -> "received from an agency";
            case SENT -> "sent by a queue";
            case VIEWED -> "seen on a page";
            case EXPORTED -> "exported";
            case OUTCOME -> "outcome told to the referrer";
            case REFUSED -> "refused";
            case NOT_SHARED -> "not shared";
            case BREAK_GLASS -> "seen by emergency access";
            case MATCHED -> "matched";
            case CORRECTED -> "corrected";
            case ERASED -> "erased";
        };
    }

    private Paper.Table agreements(AuditPeriod period) {
        return new Paper.Table(List.of("Agreement", "Runs", "Review by", "On the last day"), sources.agreements().stream().map(agreement -> List.of(
                agreement.id() + "@" + agreement.version() + ", " + agreement.name(), PlainTime.of(agreement.start()) + " to " + PlainTime.of(agreement.end()),
                PlainTime.of(agreement.review()), standing(agreement.standingOn(period.to())))).toList());
    }

    private static String standing(Agreement.Standing standing) {
        return switch (standing) {
            case NOT_BEGUN -> "not begun";
            case IN_FORCE -> "in force";
            case GRACE -> "ended, in its days of grace";
            case LAPSED -> "ended";
            case NONE -> "none";
        };
    }
}
